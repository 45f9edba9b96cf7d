import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

type Names = { has(key: string): boolean };
/** What a kind may name; approvers are the posts that may look at tickets at all. */
export type Known = { departments: Names; pauses: Names; approvers: Names };

/** A name that is used must name something. */
export function whyNotAgainst(known: Names, name: string | undefined, path: string): Refusal[] {
  return name === undefined || known.has(name) ? [] : [refusal('pack.name_dangling', { path, name })];
}

/** Keys that stand in a list more than once. */
export function twice(things: readonly { key: string }[], path: string): Refusal[] {
  const keys = things.map((thing) => thing.key);
  return keys
    .filter((key, at) => keys.indexOf(key) !== at)
    .map((key) => refusal('pack.key_twice', { path: `${path}.${key}`, name: key }));
}
