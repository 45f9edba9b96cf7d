import type { Epoch } from '../kernel/time.ts';
import type { Offer, Stretch, Transfer } from './call.ts';
import { endpointOf } from './call.ts';
import type { ChannelNotes } from './notes.ts';
import { when } from './notes.ts';

/** Who handed it on to which number, and whether somebody took it there. */
export function transfersOf(real: readonly ChannelNotes[], offers: readonly Offer[], over: boolean): Transfer[] {
  return real.flatMap((one) => {
    if (one.transfer === null) return [];
    const at = when(one.transfer.at)!;
    const from = endpointOf(one.name!);
    // whoever had it already when it was handed on is not whom it went to: an attended one has spoken with him before
    const after = offers.filter(
      ({ key, answeredAt }) =>
        key !== one.id && answeredAt !== null && (one.transfer!.kind === 'attended' || answeredAt >= at),
    );
    const taken = after.at(0);
    const outcome = taken ? (taken.endpoint === from ? 'returned' : 'taken') : over ? 'lost' : null;
    return [{ key: one.id, kind: one.transfer.kind, from, to: one.transfer.to, at, outcome }];
  });
}

/** Turns on and off, of one source where both told them: from when to when. */
export function stretches(turns: readonly string[], end: Epoch | null): Stretch[] {
  const parts = turns.map((turn) => turn.split(' '));
  const source = parts.some(([by]) => by === 'ami') ? 'ami' : 'ari';
  const told: Stretch[] = [];
  const ordered = parts
    .filter(([by]) => by === source)
    .map(([, to, at]) => ({ on: to === 'on', at: Number(at) }))
    .toSorted((one, other) => one.at - other.at);
  for (const { on, at } of ordered) {
    const last = told.at(-1);
    if (on && (!last || last.until !== null)) told.push({ from: at, until: null });
    else if (!on && last?.until === null) last.until = at;
  }
  return told.map(({ from, until }) => ({ from, until: until ?? end }));
}
