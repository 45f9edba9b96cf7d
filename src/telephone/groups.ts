import type { Epoch } from '../kernel/time.ts';
import type { ChannelNotes, Notes } from './notes.ts';
import { when } from './notes.ts';

/** Channels bound to one call, the oldest first. */
export type Group = { key: string; members: ChannelNotes[] };

/** Which channels make one call: those whose linked ids meet. Its key is the oldest id among them. */
export function groups(notes: Notes): Group[] {
  const leads = new Map<string, string>();
  const leadOf = (id: string): string => {
    const next = leads.get(id) ?? id;
    return next === id ? id : leadOf(next);
  };
  for (const { id, linked } of notes.values())
    for (const other of [id, ...linked]) {
      const [one, two] = [leadOf(id), leadOf(other)];
      if (one === two) continue;
      if (younger(one, two) < 0) leads.set(two, one);
      else leads.set(one, two);
    }
  const members = new Map<string, ChannelNotes[]>();
  for (const one of notes.values()) {
    const key = leadOf(one.id);
    members.set(key, [...(members.get(key) ?? []), one]);
  }
  return [...members]
    .map(([key, all]) => ({ key, members: all.toSorted((one, other) => younger(one.id, other.id)) }))
    .toSorted((one, other) => younger(one.key, other.key));
}

/** `lab-1795283564.34`: seconds, and a number that grows. */
function younger(one: string, other: string): number {
  const [first, second] = [partsOf(one), partsOf(other)];
  return first.second - second.second || first.no - second.no || (one < other ? -1 : one > other ? 1 : 0);
}

function partsOf(id: string): { second: number; no: number } {
  const found = /(\d+)\.(\d+)$/.exec(id);
  return found ? { second: Number(found[1]), no: Number(found[2]) } : { second: 0, no: 0 };
}

export function firstSeen({ began, joined, rang }: ChannelNotes): Epoch | null {
  return when(began) ?? when(joined) ?? when(rang);
}
