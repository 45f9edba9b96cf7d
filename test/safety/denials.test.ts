import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Right } from '../../src/organisation/rights.ts';
import type { Route } from '../../src/platform/http/route.ts';
import type { Answer, SafetyHouse } from './house.ts';
import { everything, safetyHouse } from './house.ts';
import type { Ids } from './samples.ts';
import { addressOf, bodyOf, leaves, NO_ONE, put, queryOf, schemaOf, thingOf } from './samples.ts';

let house: SafetyHouse;
let own: Ids;
let foreign: Ids;
before(async () => {
  house = await safetyHouse();
  own = await house.ids(house.world);
  foreign = await house.ids(house.foreign);
});
after(() => house.close());

const CODE = /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/;

function ask(
  route: Route,
  who: string | undefined,
  ids: Ids,
  body = bodyOf(route, ids),
  only?: readonly Right[],
): Promise<Answer> {
  const path = addressOf(route, ids) + queryOf(route, ids);
  const file = route.accepts ? { raw: Buffer.from('%PDF-1.4 nothing'), headers: { 'content-type': 'a/b' } } : {};
  return house.send({ who, ...(only ? { only } : {}), method: route.method, path, body, ...file });
}

/** Which tables are not as they were. */
function differing(before: string, after: string): string {
  const known = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !known.has(line))
    .join(', ');
}

/** Calls every route that `wanted` picks; says which answered otherwise than allowed. */
async function wrongAnswers(
  wanted: (route: Route) => boolean,
  call: (route: Route) => Promise<Answer>,
  allowed: number[],
): Promise<string[]> {
  const wrong: string[] = [];
  const chosen = house.routes.filter(wanted);
  assert.ok(chosen.length > 0);
  for (const route of chosen) {
    const answer = await call(route);
    const sound = allowed.includes(answer.status) && CODE.test(answer.body.code ?? '');
    if (!sound) wrong.push(`${route.method} ${route.path}: ${answer.status} ${answer.text.slice(0, 160)}`);
  }
  return wrong;
}

/** What went wrong in `asking`, and what it changed, which should be nothing. */
async function changingNothing(asking: () => Promise<string[]>): Promise<string[]> {
  const before = await house.state();
  const wrong = await asking();
  const after = await house.state();
  return after === before ? wrong : [...wrong, `changed: ${differing(before, after)}`];
}

/** Calls every route that `wanted` picks; says which answered otherwise than allowed, or changed anything. */
const refused = (...asked: Parameters<typeof wrongAnswers>): Promise<string[]> =>
  changingNothing(() => wrongAnswers(...asked));

test('without a session every route but the open ones says 401', async () => {
  const closed = (route: Route) => route.admits !== 'anyone';
  assert.deepEqual(await refused(closed, (route) => ask(route, undefined, own), [401]), []);
});

test('without its right every route says 403, whatever other rights are held', async () => {
  const rights = new Set(house.routes.map((route) => route.admits));
  const wrong = await changingNothing(async () => {
    const found: string[] = [];
    for (const right of rights) {
      if (right === 'anyone' || right === 'signed-in') continue;
      const { [right as Right]: _, ...others } = everything('organisation');
      await house.giveRights('stranger', others);
      const needing = ({ admits }: Route) => admits === right;
      found.push(...(await wrongAnswers(needing, (route) => ask(route, 'stranger', own), [403])));
    }
    await house.giveRights('stranger', everything('own'));
    return found;
  });
  assert.deepEqual(wrong, []);
});

const byToken = (route: Route, only: readonly Right[]) => ask(route, 'almighty', own, bodyOf(route, own), only);

test('a token for nothing does nothing but read what every screen needs', async () => {
  const open = house.routes.filter(({ admits, token }) => admits === 'signed-in' && token === 'any');
  assert.deepEqual(open.map(({ method, path }) => `${method} ${path}`).toSorted(), [
    'GET /calendars',
    'GET /calendars/:id/versions',
    'GET /centres',
    'GET /charter',
    'GET /kinds/:key',
    'GET /session',
    'GET /settings',
    'POST /files',
  ]);
  const closed = (route: Route) => route.admits !== 'anyone' && !open.includes(route);
  assert.deepEqual(await refused(closed, (route) => byToken(route, []), [403]), []);
});

/** One’s own password is asked for with the old one; words are looked through, and nothing is kept of them. */
const NO_WRITES = new Set(['/me/password', '/phrases/look-through']);

test('a token for reading tickets changes nothing of what its person may', async () => {
  const writes = ({ admits, method, path, token }: Route) =>
    method !== 'GET' && admits === 'signed-in' && token !== 'any' && !NO_WRITES.has(path);
  assert.deepEqual(await refused(writes, (route) => byToken(route, ['ticket.see']), [403]), []);
});

/** Drops one's own; dropping what is not there, or not one's own, drops nothing and is no mistake. */
const OWN_ONLY = new Set(['DELETE /me/sessions/:id', 'DELETE /me/tokens/:id']);

/** A customer's own matters are reached by his session alone: test/stories/entry.test.ts. */
const inPath = (route: Route) =>
  route.admits !== 'anyone' &&
  !OWN_ONLY.has(`${route.method} ${route.path}`) &&
  Object.values(schemaOf(route.params).properties ?? {}).some((shape) => shape.format === 'uuid');

test('things of another organisation are not there, whatever may be done in one’s own', async () => {
  assert.deepEqual(await refused(inPath, (route) => ask(route, 'almighty', foreign), [403, 404]), []);
});

test('things of another organisation cannot be named in what is sent about one’s own', async () => {
  const wrong = await changingNothing(namedElsewhere);
  assert.deepEqual(wrong, []);
});

/** Where a thing of the other organisation was taken for one of this. */
async function namedElsewhere(): Promise<string[]> {
  const wrong: string[] = [];
  // a visitor is known by the secret of his own chat alone: test/stories/chat.test.ts
  for (const route of house.routes.filter((one) => one.body && !('elsewhere' in one && one.elsewhere))) {
    for (const { path, schema } of leaves(schemaOf(route.body))) {
      if (schema.format !== 'uuid' || path.at(-1) === 'id') continue;
      const thing = thingOf(
        path.findLast((key) => key !== '0')!,
        schema,
        route,
      );
      const body = put(bodyOf(route, own), path, foreign[thing]?.[0] ?? NO_ONE);
      const answer = await ask(route, 'almighty', own, body);
      if (![403, 404, 409, 422].includes(answer.status) || !CODE.test(answer.body.code ?? ''))
        wrong.push(`${path.join('.')} ${route.method} ${route.path}: ${answer.status} ${answer.text.slice(0, 160)}`);
    }
  }
  return wrong;
}

test('lists asked for things of another organisation show none of them', async () => {
  const all = new Set(Object.values(foreign).flat());
  const wrong: string[] = [];
  for (const route of house.routes.filter(({ query }) => query)) {
    for (const { path, schema } of leaves(schemaOf(route.query))) {
      if (schema.format !== 'uuid') continue;
      const given = foreign[thingOf(path[0]!, schema, route)]?.[0] ?? NO_ONE;
      const address = addressOf(route, own) + queryOf(route, own, { [path[0]!]: given });
      const answer = await house.send({ who: 'almighty', method: route.method, path: address });
      const shown = [...all].filter((id) => id !== given && answer.text.includes(id));
      if (answer.status >= 500 || shown.length > 0) wrong.push(`${address}: ${answer.status} ${shown.join(' ')}`);
    }
  }
  assert.deepEqual(wrong, []);
});

/** What everybody of the organisation may read or do, though it is about one thing; each with its reason. */
const OPEN_TO_ALL: Record<string, string> = {
  listCalendarVersions: 'by which hours one is measured, and who changed them',
};

test('whose rights reach only his own is refused everything that is not', async () => {
  const wanted = (route: Route) => inPath(route) && OPEN_TO_ALL[route.name] === undefined;
  assert.deepEqual(await refused(wanted, (route) => ask(route, 'stranger', own), [403, 404]), []);
});
