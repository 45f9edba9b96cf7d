import assert from 'node:assert/strict';
import { test } from 'node:test';
import { treeOf } from './check/tree.ts';
import { routeErrors } from './route-errors.ts';

const CODES = new Set(['a.gone', 'a.ended', 'a.locked', 'a.late', 'a.odd', 'a.told', 'right.missing', 'stale']);

const FILES = {
  'src/kernel/refusal.ts': 'export function orRefuse(answer) { if (answer) throw new Refused(answer.code); }',
  'src/a/a.ts': `
    export function whyNot(a) { return a.ended ? refusal('a.ended') : whyNotLocked(a); }
    function whyNotLocked(a) { return a.locked ? { code: 'a.locked' } : null; }
    export function whyNotOdd(a) { return a.odd ? refusal('a.odd') : null; }`,
  'src/a/commands/do.ts': `
    import { orRefuse } from '../../kernel/refusal.ts';
    import { whyNot, whyNotOdd } from '../a.ts';
    import * as facts from '../facts.ts';
    export async function doIt(context, id) {
      const a = await facts.lock(context, id);
      orRefuse(whyNot(a));
      const wrong = whyNotOdd(a);
      if (wrong) throw new Invalid(wrong.code);
      await record(context, { type: 'a.told' });
    }`,
  'src/a/facts.ts': `
    export async function lock(context, id) { throw new NotFound('a.gone'); }
    export function page(a) { return { can: { do: whyNot(a) } }; }
    function unused() { throw new Stale('stale'); }`,
  'src/a/routes.ts': `
    import { doIt } from './commands/do.ts';
    import { page } from './facts.ts';
    import { whyNot } from './a.ts';
    export const routes = [
      route({ name: 'doIt', handle: (context, { params }) => doIt(context, params.id) }),
      route({ name: 'read', handle: async (context) => ({ ...page(context), why: whyNot(context) }) }),
      edgeRoute({ name: 'make', async atEdge(edge) { orForbid(edge.may ? null : refusal('right.missing')); } }),
    ];`,
};

test('what a route may refuse with is read from its handler on, with the status under which each is thrown', () => {
  const { doIt, make } = routeErrors(treeOf(FILES), CODES);
  assert.deepEqual(doIt, { 404: ['a.gone'], 409: ['a.ended', 'a.locked'], 422: ['a.odd'] });
  assert.deepEqual(make, { 403: ['right.missing'] });
});

test('what a rule only answers, for a button to be grey, is no refusal of the route', () => {
  assert.deepEqual(routeErrors(treeOf(FILES), CODES)['read'], {});
});
