import { z } from 'zod';
import { Invalid } from '../kernel/refusal.ts';
import { effectOnKind } from '../pack/definitions-view.ts';
import type { Context } from '../platform/context.ts';
import type { Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { done, idOut, OK, versionOut } from '../platform/http/shapes.ts';
import { applyKind, stopMove } from './commands/apply-kind.ts';
import { effectOnOpen, whyNotMove } from './effect-on-open.ts';
import { kindEffectOut, moveOut } from './effect-shapes.ts';
import type { ForOpen } from './inputs.ts';
import { applyKindInput, moveParams, previewKindInput } from './inputs.ts';
import { effectOfShares } from './effect-of-shares.ts';
import { movesOf } from './moves.ts';

const params = z.object({ key: z.string().max(60).describe('Key of a kind') });
const tag = 'Limits';

/** A definition is sent to its own address. */
function sameKey(given: { params: { key: string }; body: { kind: { key: string } } }): void {
  if (given.params.key !== given.body.kind.key) throw new Invalid('kind.other_key', { path: 'kind.key' });
}

async function preview(context: Context, body: ForOpen) {
  const effect = await effectOnKind(context, body.kind);
  // by limits that nobody can count with nothing is reckoned
  if (effect.faults.length > 0) return { ...effect, open: null, shares: [], unmapped: [] };
  const shares = await effectOfShares(context, body.kind);
  return { ...effect, open: await effectOnOpen(context, body), shares, unmapped: await whyNotMove(context, body) };
}

/** Kinds as an administrator changes them: what it would mean for what is open first, then the new version. */
export const kindChangeRoutes: Route[] = [
  route({
    name: 'previewKind',
    method: 'POST',
    path: '/kinds/:key/preview',
    admits: 'limit.edit',
    tag,
    summary: 'What another definition would change, for the next tickets and for what is open; changes nothing',
    params,
    body: previewKindInput,
    answer: kindEffectOut,
    handle: async (context, given) => {
      sameKey(given);
      return preview(context, given.body);
    },
  }),
  route({
    name: 'changeKind',
    method: 'PUT',
    path: '/kinds/:key',
    admits: 'limit.edit',
    tag,
    summary: 'A new version of a kind, or a new kind, with the reason',
    about:
      'Open tickets finish on their own version, unless `openTickets` is `move`: then a job takes them over, and each stage in use that the new version has not must be mapped in `stages`. An earlier version is put back by sending it again.',
    params,
    body: applyKindInput,
    answer: z.object({
      version: versionOut,
      moveId: idOut('kind_move').nullable().describe('The job that takes open tickets over; null: none does'),
    }),
    handle: async (context, given) => {
      sameKey(given);
      return applyKind(context, given.body);
    },
  }),
  route({
    name: 'listKindMoves',
    method: 'GET',
    path: '/kinds/:key/moves',
    admits: 'limit.edit',
    tag,
    summary: 'How far open tickets have been taken over to new versions',
    params,
    answer: z.object({ items: z.array(moveOut).describe('The latest first; 20 at most') }),
    handle: async (context, given) => ({ items: await movesOf(context, given.params.key) }),
  }),
  route({
    name: 'stopKindMove',
    method: 'POST',
    path: '/kind-moves/:id/stop',
    admits: 'limit.edit',
    tag,
    summary: 'Stop taking open tickets over; those that were stay on the new version',
    params: moveParams,
    answer: done,
    handle: async (context, given) => {
      await stopMove(context, given.params.id);
      return OK;
    },
  }),
];
