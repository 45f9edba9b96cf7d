import assert from 'node:assert/strict';
import { newId } from '../src/kernel/id.ts';
import { react } from '../src/reactions/reactions.ts';
import type { RunnerParts } from '../src/exchange/runner.ts';
import { workOnImports } from '../src/exchange/runner.ts';
import type { Desk } from './desk-server.ts';
import type { World } from './world.ts';
import type { PersonKey } from './world-seed.ts';

export const NONE = { new: 0, changed: 0, same: 0, refused: 0, undone: 0, kept: 0 };

export type SheetRows = (string | number)[][];

/** Lists brought in at a desk, and the runner that works on them, by hand. */
export function importDesk(world: World, desk: Desk) {
  const runner = (): RunnerParts => ({
    database: world.database,
    clock: world.clock,
    react,
    organisations: async () => [world.organisation],
    announce: () => {},
    log: () => {},
  });
  async function send(who: PersonKey, list: string, rows: SheetRows | Buffer, name = 'list.csv') {
    const id = newId<'import'>(world.clock.now());
    const bytes = Buffer.isBuffer(rows) ? rows : Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));
    const { status, bytes: body } = await desk.take(who, 'POST', `/lists/in/${list}?id=${id}&name=${name}`, bytes);
    return { id, status, page: JSON.parse(body.toString()) as Record<string, any> };
  }
  async function work(who: PersonKey, id: string, way: 'preview' | 'run' | 'undo', mapping?: Record<string, number>) {
    const { status, body } = await desk.send(who, 'POST', `/imports/${id}/${way}`, mapping ? { mapping } : undefined);
    assert.equal(status, 200, JSON.stringify(body));
    await workOnImports(runner());
    return (await desk.get(who, `/imports/${id}`)).body;
  }
  /** Sent in, looked at and taken. */
  async function bring(who: PersonKey, list: string, rows: SheetRows) {
    const sent = await send(who, list, rows);
    assert.equal(sent.status, 201, JSON.stringify(sent.page));
    const looked = await work(who, sent.id, 'preview', sent.page['mapping']);
    const taken = await work(who, sent.id, 'run');
    return { id: sent.id, looked: looked.counts, taken: taken.counts, state: taken.state };
  }
  const rowsOf = async (who: PersonKey, id: string, result: string) =>
    (await desk.get(who, `/imports/${id}/rows?result=${result}`)).body['items'] as Record<string, any>[];
  /** Of each row of a result: its line, and at which field why. */
  const whyOf = async (who: PersonKey, id: string, result = 'refused') =>
    (await rowsOf(who, id, result)).map(({ line, why }) => [
      line,
      ...why.map((one: { field: string; code: string }) => `${one.field} ${one.code}`),
    ]);
  return { runner, send, work, bring, rowsOf, whyOf };
}
