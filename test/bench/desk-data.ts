import type pg from 'pg';
import { newId } from '../../src/kernel/id.ts';
import { tsvectorLiteral } from '../../src/kernel/text/lexeme.ts';
import type { SearchField } from '../../src/kernel/text/terms.ts';
import { foldedText, indexTerms } from '../../src/kernel/text/terms.ts';
import type { Instant } from '../../src/kernel/time.ts';
import { DAY, epochOf, HOUR, instantOf } from '../../src/kernel/time.ts';
import type { Random } from './corpus.ts';
import { matter, mobile, moments, personName, pick, seeded } from './corpus.ts';

/** How much stands in the organisation; open tickets are the newest ones. */
export type DeskSizes = { tickets: number; open: number; customers: number; buildings: number; unitsEach: number };

export const LARGE: DeskSizes = {
  tickets: 1_000_000,
  open: 20_000,
  customers: 300_000,
  buildings: 500,
  unitsEach: 200,
};
export const SMALL: DeskSizes = { tickets: 10_000, open: 500, customers: 3_000, buildings: 10, unitsEach: 120 };

type Who = { centreId: string; departmentId: string; personId: string; calendarId: string };
type Place = { id: string; parentId: string; code: string };
type Customer = { id: string; name: string; phone: string; place: Place };

const BATCH = 2_000;
const YEARS = 6 * 365 * DAY;

/** Writes rows of one table in batches, without their foreign keys being asked: the data is ours. */
async function fill<Row>(
  client: pg.ClientBase,
  into: string,
  columns: string,
  count: number,
  row: (nth: number) => Row,
): Promise<void> {
  const names = columns
    .split(',')
    .map((column) => column.trim().split(/\s+/)[0])
    .join(', ');
  const plain = columns.replaceAll('tsvector', 'text');
  const values = columns
    .split(',')
    .map((column) => column.trim().split(/\s+/))
    .map(([name, type]) => (type === 'tsvector' ? `${name}::tsvector` : name))
    .join(', ');
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => row(from + at));
    await client.query(
      `insert into ${into} (${names}) select ${values} from jsonb_to_recordset($1::jsonb) as e(${plain})`,
      [JSON.stringify(rows)],
    );
  }
}

const ENTRY = 'subject_type text, subject_id uuid, at timestamptz, centre_id uuid, terms tsvector, folded text';

function entry(type: string, id: string, at: Instant, centreId: string, fields: SearchField[]) {
  return {
    subject_type: type,
    subject_id: id,
    at,
    centre_id: centreId,
    terms: tsvectorLiteral(indexTerms(fields)),
    folded: foldedText(fields),
  };
}

async function fillPlaces(client: pg.ClientBase, who: Who, sizes: DeskSizes, at: Instant): Promise<Place[]> {
  const estate = newId<'place'>(at);
  const columns = 'id uuid, parent_id uuid, kind text, code text, name text, centre_id uuid, floor smallint';
  const buildings = Array.from({ length: sizes.buildings }, (_, nth) => ({
    id: newId<'place'>(at),
    parent_id: estate,
    kind: 'building',
    code: String(nth + 1),
    name: `${nth + 1}栋`,
    centre_id: who.centreId,
    floor: null,
  }));
  const units = buildings.flatMap((building) =>
    Array.from({ length: sizes.unitsEach }, (_, nth) => {
      const floor = Math.floor(nth / 4) + 1;
      const code = `${building.code}-${floor}0${(nth % 4) + 1}`;
      return {
        id: newId<'place'>(at),
        parent_id: building.id,
        kind: 'unit',
        code,
        name: code,
        centre_id: who.centreId,
        floor,
      };
    }),
  );
  const all = [
    { id: estate, parent_id: null, kind: 'estate', code: 'E', name: '翠湖花园', centre_id: who.centreId, floor: null },
    ...buildings,
    ...units,
  ];
  await fill(client, 'place', columns, all.length, (nth) => all[nth]!);
  await fill(client, 'search_entry', ENTRY, units.length, (nth) =>
    entry('place', units[nth]!.id, at, who.centreId, [{ text: units[nth]!.code, kind: 'unit' }]),
  );
  return units.map(({ id, parent_id, code }) => ({ id, parentId: parent_id, code }));
}

async function fillCustomers(
  client: pg.ClientBase,
  who: Who,
  sizes: DeskSizes,
  units: Place[],
  random: Random,
  momentOf: (nth: number) => Instant,
): Promise<Customer[]> {
  const all = Array.from({ length: sizes.customers }, (_, nth): Customer => ({
    id: newId<'customer'>(momentOf(nth)),
    name: personName(random),
    phone: mobile(random),
    place: units[nth % units.length]!,
  }));
  await fill(
    client,
    'customer',
    'id uuid, kind text, name text, language text, vip boolean, created_at timestamptz',
    all.length,
    (nth) => ({
      id: all[nth]!.id,
      kind: 'person',
      name: all[nth]!.name,
      language: 'zh-hans',
      vip: nth % 100 === 0,
      created_at: momentOf(nth),
    }),
  );
  await fill(
    client,
    'customer_phone',
    'customer_id uuid, digits text, label text, first boolean',
    all.length,
    (nth) => ({ customer_id: all[nth]!.id, digits: `+86${all[nth]!.phone}`, label: '', first: true }),
  );
  await fill(client, 'customer_place', 'customer_id uuid, place_id uuid, relation text', all.length, (nth) => ({
    customer_id: all[nth]!.id,
    place_id: all[nth]!.place.id,
    relation: nth < units.length ? 'owner' : 'resident',
  }));
  await fill(client, 'search_entry', ENTRY, all.length, (nth) =>
    entry('customer', all[nth]!.id, momentOf(nth), who.centreId, [
      { text: all[nth]!.name, kind: 'name' },
      { text: all[nth]!.phone, kind: 'phone' },
      { text: all[nth]!.place.code, kind: 'unit' },
    ]),
  );
  return all;
}

type Ticket = {
  id: string;
  opened_at: Instant;
  closed_at: Instant | null;
  customer: Customer;
  title: string;
  need: string;
};

const TICKET = `id uuid, number bigint, kind text, kind_version integer, stage text, stage_class text, title text, need text, urgency text, channel text,
  customer_id uuid, place_id uuid, centre_id uuid, department_id uuid, owner_id uuid, opened_at timestamptz, fields jsonb, told_at timestamptz, closed_at timestamptz, reopened_count smallint`;

function ticketRow(who: Who, ticket: Ticket, number: number) {
  const stage = ticket.closed_at ? 'closed' : 'active';
  return {
    ...ticket,
    number,
    kind: 'leak',
    kind_version: 1,
    stage,
    stage_class: stage,
    urgency: 'normal',
    channel: 'phone',
    customer_id: ticket.customer.id,
    place_id: ticket.customer.place.id,
    centre_id: who.centreId,
    department_id: who.departmentId,
    owner_id: who.personId,
    fields: {},
    told_at: ticket.closed_at,
    reopened_count: 0,
  };
}

async function fillTickets(
  client: pg.ClientBase,
  who: Who,
  sizes: DeskSizes,
  customers: Customer[],
  random: Random,
  momentOf: (nth: number) => Instant,
): Promise<void> {
  const open: Ticket[] = [];
  for (let from = 0; from < sizes.tickets; from += BATCH * 5) {
    const batch = Array.from({ length: Math.min(BATCH * 5, sizes.tickets - from) }, (_, at): Ticket => {
      const opened = momentOf(from + at);
      const closed = from + at < sizes.tickets - sizes.open ? instantOf(epochOf(opened) + 2 * DAY) : null;
      return {
        id: newId<'ticket'>(opened),
        opened_at: opened,
        closed_at: closed,
        customer: pick(random, customers),
        ...matter(random),
      };
    });
    await fill(client, 'ticket', TICKET, batch.length, (nth) => ticketRow(who, batch[nth]!, 10_001 + from + nth));
    await fill(client, 'search_entry', ENTRY, batch.length, (nth) =>
      ticketEntry(who, batch[nth]!, 10_001 + from + nth),
    );
    open.push(...batch.filter((ticket) => ticket.closed_at === null));
  }
  await fillWork(client, who, open);
}

function ticketEntry(who: Who, ticket: Ticket, number: number) {
  const { customer } = ticket;
  return entry('ticket', ticket.id, ticket.opened_at, who.centreId, [
    { text: String(number), kind: 'number' },
    { text: ticket.title },
    { text: ticket.need },
    { text: customer.name, kind: 'name' },
    { text: customer.phone, kind: 'phone' },
    { text: customer.place.code, kind: 'unit' },
  ]);
}

/** Two running commitments and one appointment for every open ticket. */
async function fillWork(client: pg.ClientBase, who: Who, open: Ticket[]): Promise<void> {
  const orders = open.map((ticket) => ({
    id: newId<'work_order'>(ticket.opened_at),
    ticket_id: ticket.id,
    no: 1,
    department_id: who.departmentId,
    task: 'x',
    stage: 'issued',
    issued_by_id: who.personId,
    issued_at: ticket.opened_at,
  }));
  await fill(
    client,
    'work_order',
    'id uuid, ticket_id uuid, no smallint, department_id uuid, task text, stage text, issued_by_id uuid, issued_at timestamptz',
    orders.length,
    (nth) => orders[nth]!,
  );
  await fill(
    client,
    'appointment',
    'id uuid, work_order_id uuid, from_at timestamptz, until_at timestamptz, state text, set_by_id uuid, note text',
    orders.length,
    (nth) => ({
      id: newId<'appointment'>(open[nth]!.opened_at),
      work_order_id: orders[nth]!.id,
      from_at: instantOf(Date.UTC(2027, 0, 1) + nth * 60_000),
      until_at: instantOf(Date.UTC(2027, 0, 1) + nth * 60_000 + HOUR),
      state: 'set',
      set_by_id: who.personId,
      note: '',
    }),
  );
  const commitment =
    'id uuid, kind text, subject_type text, subject_id uuid, ticket_id uuid, owner_id uuid, centre_id uuid, calendar_id uuid, calendar_version integer, allowance text, basis text, rule_version integer, started_at timestamptz, due_at timestamptz, state text, ladder jsonb, climbed smallint, again smallint, next_fire_at timestamptz';
  await fill(client, 'commitment', commitment, open.length * 2, (nth) => {
    const ticket = open[nth >> 1]!;
    const due = instantOf(epochOf(ticket.opened_at) + (1 + (nth % 2)) * 3 * DAY);
    return {
      id: newId<'commitment'>(ticket.opened_at),
      kind: nth % 2 ? 'completion' : 'first_answer',
      subject_type: 'ticket',
      subject_id: ticket.id,
      ticket_id: ticket.id,
      owner_id: who.personId,
      centre_id: who.centreId,
      calendar_id: who.calendarId,
      calendar_version: 1,
      allowance: 'PT24H',
      basis: 'clock',
      rule_version: 1,
      started_at: ticket.opened_at,
      due_at: due,
      state: 'running',
      ladder: [],
      climbed: 0,
      again: 0,
      next_fire_at: due,
    };
  });
}

/** Fills an organisation's schema, with its search indices rebuilt at the end as a restored backup would have them. */
export async function fillDesk(
  client: pg.ClientBase,
  schema: string,
  who: Who,
  sizes: DeskSizes,
  until: Instant,
): Promise<void> {
  await client.query(
    `set search_path to "${schema}"; set session_replication_role = replica; set statement_timeout = 0`,
  );
  const indices = await client.query<{ name: string; def: string }>(
    `select indexname as name, indexdef as def from pg_indexes where schemaname = $1 and tablename = 'search_entry' and indexname like '%terms%'`,
    [schema],
  );
  for (const { name } of indices.rows) await client.query(`drop index ${name}`);
  const random = seeded(8);
  const momentOf = (count: number) => moments(count, epochOf(until), YEARS);
  const units = await fillPlaces(client, who, sizes, momentOf(1)(0));
  const customers = await fillCustomers(client, who, sizes, units, random, momentOf(sizes.customers));
  await fillTickets(client, who, sizes, customers, random, momentOf(sizes.tickets));
  await client.query(`set maintenance_work_mem = '512MB'`);
  for (const { def } of indices.rows) await client.query(def);
  await client.query('reset session_replication_role; reset maintenance_work_mem; reset statement_timeout');
  await client.query('vacuum (analyze)');
}
