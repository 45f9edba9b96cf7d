import type { z } from 'zod';
import type { bulkAct } from '../../../../src/bulk/inputs.ts';
import type { Refusal } from '../../../../src/kernel/refusal.ts';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { nowMs } from '../../../ui/time.ts';

export type What = z.input<typeof bulkAct>;
export type Result = { ticketId: string; why: Refusal | null; undoable: boolean };

/** So many in one turn: the next begins when its answer has come, so that somebody can stop between two. */
const turn = 25;

export type Turns = {
  onTurn: (done: number, results: Result[]) => void;
  stopped: () => boolean;
};

async function inTurns(ids: readonly string[], one: (some: string[]) => Promise<Result[]>, turns: Turns) {
  const results: Result[] = [];
  for (let at = 0; at < ids.length && !turns.stopped(); at += turn) {
    results.push(...(await one(ids.slice(at, at + turn))));
    turns.onTurn(Math.min(at + turn, ids.length), [...results]);
  }
  return results;
}

/** The whole act has one id; each turn is its own request, and on a ticket it is done once whatever is sent again. */
export const newBulk = (): string => newId<'bulk'>(nowMs());

export function doAll(bulkId: string, ids: readonly string[], what: What, turns: Turns): Promise<Result[]> {
  const send = (ticketIds: string[]) =>
    api.post<{ items: Result[] }>('tickets/bulk', { id: bulkId, ticketIds, what }).then(({ items }) => items);
  return inTurns(ids, send, turns);
}

export function undoAll(bulkId: string, ids: readonly string[], turns: Turns): Promise<Result[]> {
  const send = (ticketIds: string[]) =>
    api.post<{ items: Result[] }>(`tickets/bulk/${bulkId}/undo`, { ticketIds }).then(({ items }) => items);
  return inTurns(ids, send, turns);
}
