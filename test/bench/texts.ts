import type pg from 'pg';
import { newId } from '../../src/kernel/id.ts';
import { tsvectorLiteral } from '../../src/kernel/text/lexeme.ts';
import type { SearchField } from '../../src/kernel/text/terms.ts';
import { foldedText, indexTerms } from '../../src/kernel/text/terms.ts';
import type { Instant } from '../../src/kernel/time.ts';
import type { Random } from './corpus.ts';
import { matter, mobile, personName } from './corpus.ts';

/** How much stands in the organisation; what tickets say is drawn from so many `matters`, the same one in ten tickets. */
export type Sizes = {
  tickets: number;
  open: number;
  customers: number;
  buildings: number;
  unitsEach: number;
  matters: number;
};

export const LARGE: Sizes = {
  tickets: 1_000_000,
  open: 20_000,
  customers: 300_000,
  buildings: 500,
  unitsEach: 200,
  matters: 100_000,
};
/** A hundredth of it, with the same share of open ones. */
export const SMALL: Sizes = {
  tickets: 10_000,
  open: 200,
  customers: 3_000,
  buildings: 10,
  unitsEach: 120,
  matters: 10_000,
};

type Who = { centreId: string };
type Place = { id: string; parentId: string; code: string };
type Customer = { id: string; name: string; phone: string; place: Place };

const BATCH = 2_000;

/** Writes rows of one table in batches, without their foreign keys being asked: the data is ours. */
export async function fill<Row>(
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

export async function fillPlaces(client: pg.ClientBase, who: Who, sizes: Sizes, at: Instant): Promise<Place[]> {
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

export async function fillCustomers(
  client: pg.ClientBase,
  who: Who,
  sizes: Sizes,
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

/** What tickets say, with the terms by which it is found, made as the application makes them. */
export async function fillMatters(client: pg.ClientBase, random: Random, many: number): Promise<void> {
  await client.query(
    'create temp table matter (n integer primary key, title text, need text, terms tsvector, folded text)',
  );
  await fill(client, 'matter', 'n integer, title text, need text, terms tsvector, folded text', many, (n) => {
    const { title, need } = matter(random);
    const fields = [{ text: title }, { text: need }];
    return { n, title, need, terms: tsvectorLiteral(indexTerms(fields)), folded: foldedText(fields) };
  });
}
