import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { customerRoutes } from '../customer/routes.ts';
import { customerPrivacyRoutes } from '../customer/routes-privacy.ts';
import { NAMED_IN } from '../customer/named-in.ts';
import type { Id } from '../kernel/id.ts';
import { newId } from '../kernel/id.ts';
import type { Book } from '../platform/erase-names.ts';
import { isTelling, patternOf } from '../platform/erase-names.ts';
import { cancelTicket } from '../ticket/commands/close-ticket.ts';
import { openTicket } from '../ticket/commands/open-ticket.ts';
import { openTicketInput } from '../ticket/inputs.ts';
import type { Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { KEPT } from './kept-texts.ts';
import { OWN } from './own-texts.ts';

const NAME = '司徒文远';
const PHONE = '13877776666';
const SENTENCE = `找${NAME}，电话 ${PHONE}`;

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, [...customerRoutes, ...customerPrivacyRoutes]);
});
after(async () => {
  await desk.close();
  await world.drop();
});

const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await world.database.pool.query<Row>(text.replaceAll('@', 'org_world.'), values)).rows;

type Column = { table: string; name: string; type: string };

/** Every column of the organisation's tables. */
const columns = () =>
  rows<Column>(
    `select c.table_name as table, c.column_name as name, c.udt_name as type from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'org_world' and t.table_type = 'BASE TABLE' order by 1, ordinal_position`,
  );

const TEXTS = new Set(['text', '_text', 'varchar', 'json', 'jsonb', 'tsvector']);
const BOOKS: readonly Book[] = Object.values(NAMED_IN).flat();
const erasedByName = BOOKS.flatMap(({ table, texts = [], json = [] }) =>
  [...texts, ...json].map((one) => `${table}.${one}`),
);
const erasedWithHis = Object.entries(OWN).flatMap(([table, names]) => names.map((one) => `${table}.${one}`));
const kept = Object.entries(KEPT).flatMap(([table, reasons]) =>
  Object.values(reasons).flatMap((names) => names.map((one) => `${table}.${one}`)),
);

test('every text column is erased with a customer, or stays for a reason that is said, and none is named twice', async () => {
  const there = (await columns()).filter(({ type }) => TEXTS.has(type)).map(({ table, name }) => `${table}.${name}`);
  const decided = [...erasedByName, ...erasedWithHis, ...kept];
  assert.ok(there.length > 300, `${there.length} columns`);
  assert.deepEqual(
    there.filter((one) => !decided.includes(one)),
    [],
    'nobody has decided about these: src/customer/named-in.ts, or src/privacy/kept-texts.ts with a reason',
  );
  assert.deepEqual(decided.filter((one) => !there.includes(one)).sort(), [], 'these are no columns any more');
  assert.deepEqual(
    decided.filter((one, at) => decided.indexOf(one) !== at),
    [],
  );
});

async function customer(name: string, phone: string): Promise<string> {
  const answer = await desk.send('desk', 'POST', '/customers', {
    name,
    note: SENTENCE,
    phones: [{ number: phone, label: SENTENCE.slice(0, 10) }],
    emails: [{ address: 'situ@example.com' }],
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.id as string;
}

/** A ticket of his that is over: nothing open stands in the way. */
async function ticketOf(customerId: string): Promise<Id<'ticket'>> {
  const input = openTicketInput.parse({
    kind: 'consultation',
    title: SENTENCE,
    channel: 'phone',
    customerId,
    fields: { question: SENTENCE },
  });
  const { id } = await world.act('desk', openTicket, input);
  await world.act('supervisor', cancelTicket, id, { as: 'withdrawn', reason: SENTENCE });
  return id as Id<'ticket'>;
}

/** The tables that hold him already; what is planted in them would be a second of him. */
const REAL = new Set(['ticket', 'customer', 'customer_phone', 'customer_email', 'customer_place', 'customer_member']);

/**
 * A row in every table that can name him, with the sentence in each of its texts. It hangs on his ticket by every id it has, so
 * that whatever way a table is tied to him, it is; what a row must be otherwise is not asked here.
 */
async function plant(planted: readonly string[], customerId: string, ticketId: string): Promise<void> {
  const all = await columns();
  for (const table of new Set(planted.map((one) => one.split('.')[0]!))) {
    if (REAL.has(table)) continue;
    const own = all.filter((column) => column.table === table);
    for (const { conname } of await rows<{ conname: string }>(
      `select conname from pg_constraint where conrelid = ('@' || $1)::regclass and contype in ('c', 'f')`,
      [table],
    ))
      await rows(`alter table @${table} drop constraint "${conname}"`);
    const keys = await rows<{ name: string }>(
      `select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indisprimary and i.indrelid = ('@' || $1)::regclass`,
      [table],
    );
    for (const { name } of own)
      if (!keys.some((key) => key.name === name)) await rows(`alter table @${table} alter "${name}" drop not null`);
    const values = own.flatMap(({ name, type }) => {
      const value = valueOf({ table, name, type }, planted, customerId, ticketId);
      const isKey = keys.some((key) => key.name === name);
      return value === null && !isKey ? [] : [[name, value ?? (type.startsWith('int') ? 1 : 'x')] as const];
    });
    const names = values.map(([name]) => `"${name}"`).join(', ');
    const signs = values.map((_, at) => `$${at + 1}`).join(', ');
    await rows(
      `insert into @${table} (${names}) overriding system value values (${signs})`,
      values.map(([, value]) => value),
    );
  }
}

/** What is kept of the customer himself, not of his ticket. */
const OF_HIMSELF = new Set(['external_id', 'search_entry']);

function valueOf({ table, name, type }: Column, all: readonly string[], customerId: string, ticketId: string): unknown {
  const planted = all.includes(`${table}.${name}`);
  if (planted && type === 'jsonb')
    return JSON.stringify([{ at: 1, [SENTENCE.slice(0, 1)]: { said: `\n${SENTENCE}` } }]);
  if (planted && type === 'tsvector') return null;
  if (planted) return SENTENCE;
  if (name === 'customer_id' || (name === 'subject_id' && OF_HIMSELF.has(table))) return customerId;
  if (name === 'lifted_at') return world.clock.now();
  // of a file of nobody's the name goes; those of his matters go whole
  if (table === 'file' && name === 'subject_id') return null;
  // the recording of a call goes whole, and is no file of his matters
  if (name === 'recording_id') return newId<'file'>(world.clock.now());
  if (type === 'uuid') return name === 'signature_id' ? null : ticketId;
  return null;
}

/** Where it still stands, table and column. */
async function whereItStands(texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { table, name, type } of await columns()) {
    if (!TEXTS.has(type)) continue;
    const [one] = await rows(`select from @${table} where "${name}"::text like any($1) limit 1`, [
      texts.map((text) => `%${text}%`),
    ]);
    if (one) found.push(`${table}.${name}`);
  }
  return found;
}

test('a customer erased stands nowhere: his name planted in every text that can hold it is gone, and the report counts it', async () => {
  const id = await customer(NAME, PHONE);
  const ticketId = await ticketOf(id);
  await plant([...erasedByName, ...erasedWithHis], id, ticketId);
  const stood = await whereItStands([NAME, PHONE]);
  const missing = erasedByName.filter((one) => !stood.includes(one));
  assert.deepEqual(missing, [], 'planted everywhere');
  const erased = await desk.send('desk', 'POST', `/customers/${id}/erase`, { reason: 'asked_by_customer' });
  assert.equal(erased.status, 200, JSON.stringify(erased.body));
  assert.deepEqual(await whereItStands([NAME, PHONE]), []);
  const { erasure } = (await desk.get('desk', `/customers/${id}`)).body;
  for (const [counted, books] of Object.entries(NAMED_IN)) {
    const planted = (books as Book[]).reduce((n, { texts, json = [] }) => n + (texts ? 1 : 0) + json.length, 0);
    assert.equal(erasure.gone[counted], planted, counted);
  }
  const [note] = await rows<{ text: string }>('select text from @shift_note');
  assert.equal(note!.text, '找—，电话 —', 'the rest of the sentence stays');
});

test('who bears the same name keeps it in what is not tied to the one erased, and the report says so', async () => {
  const first = await customer('欧阳明', '13811112222');
  await customer('欧阳明', '13833334444');
  const text = '欧阳明来过，13811112222 或 13833334444';
  await rows('insert into @daily_line (id, text) values ($1, $2)', [newId<'daily_line'>(world.clock.now()), text]);
  const erased = await desk.send('desk', 'POST', `/customers/${first}/erase`, { reason: 'asked_by_customer' });
  assert.equal(erased.status, 200, JSON.stringify(erased.body));
  const found = await rows<{ text: string }>("select text from @daily_line where text like '%来过%'");
  assert.deepEqual(found, [{ text: '欧阳明来过，— 或 13833334444' }]);
  const { erasure } = (await desk.get('desk', `/customers/${first}`)).body;
  assert.deepEqual([erasure.gone.daily_records, erasure.stays.namesakes], [1, 1]);
});

test('only whole names and numbers are looked for, and none so short that it would tear other words', () => {
  const cases: [string, boolean][] = [
    ['王伟', true],
    ['王', false],
    ['Amy', true],
    ['Li', false],
    ['13877776666', true],
    ['110', false],
    ['+86 138', false],
    ['a@b', true],
  ];
  for (const [name, telling] of cases) assert.equal(isTelling(name), telling, name);
  const without = (text: string, ...names: string[]) => text.replaceAll(new RegExp(patternOf(names)!, 'gu'), '—');
  assert.equal(without('Amy met Amyra, Amy.', 'Amy'), '— met Amyra, —.');
  assert.equal(without('138777766660 and 13877776666', '13877776666'), '138777766660 and —');
  assert.equal(without('王小明明 said', '王小明', '王小明明'), '— said', 'the longest first');
  assert.equal(without('"O\'Neil (Tom)"', "O'Neil (Tom)"), '"—"');
  assert.equal(patternOf(['王', 'Li', '']), null);
});
