import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Answer, Desk } from '../../test/desk-server.ts';
import { deskOf } from '../../test/desk-server.ts';
import { areHere, mappingOfRequests, REQUESTS } from '../../test/requests-311.ts';
import { settle, takeInMatter } from '../../test/story.ts';
import type { World } from '../../test/world.ts';
import { freshWorld } from '../../test/world.ts';
import { importRequests } from '../import/run.ts';
import type { Figures } from './figures-shapes.ts';
import { reportRoutes } from './routes.ts';

const skip = areHere() ? false : 'the requests of ../shared/data are not here';

/** Every so many of the file's rows: all its months and departments, in seconds. */
const EVERY = 40;

type Row = Record<string, string>;

let world: World;
let desk: Desk;
before(async () => {
  world = await freshWorld();
  desk = await deskOf(world, reportRoutes);
});
after(async () => {
  await desk.close();
  await world.drop();
});

async function figures(query: Record<string, string>): Promise<Figures> {
  const { status, body }: Answer<Figures> = await desk.get('manager', `/figures?${new URLSearchParams(query)}`);
  assert.equal(status, 200);
  return body;
}

test('the visits of a department are those to its own work', async () => {
  await settle(world, await takeInMatter(world, 'leak', { title: '厨房漏水', fields: { leak_from: 'pipe' } }));
  const departments = await world.read((tx) => tx.selectFrom('department').select(['id', 'key']).execute());
  const dueIn = async (key: string): Promise<number> => {
    const department = departments.find((one) => one.key === key)!.id;
    return (await figures({ from: '2026-09-01T00:00:00Z', until: '2026-10-01T00:00:00Z', department })).visits.due;
  };
  assert.equal(await dueIn('engineering'), 1);
  assert.equal(await dueIn('security'), 0);
});

/** What a spreadsheet would count, from nothing but the columns of the file and its own verdicts. */
function sheetOf(rows: Row[], month: string) {
  const inMonth = (column: string) => (row: Row) => row[column]!.startsWith(month);
  const due = rows.filter(inMonth('target_dt'));
  const onTime = (row: Row): boolean => row['closed_dt'] !== '' && row['ontime'] === 'ONTIME';
  return {
    opened: rows.filter(inMonth('open_dt')).length,
    closed: rows.filter(inMonth('closed_dt')).length,
    kept: { n: due.filter(onTime).length, of: due.length },
    late: due.filter((row) => row['closed_dt'] !== '' && !onTime(row)).length,
    open: due.filter((row) => row['closed_dt'] === '').length,
  };
}

/** The same out of our answer. */
function ours(answer: Figures) {
  const target = answer.keptByKind.find((one) => one.kind === 'target');
  const { opened, closed, kept } = answer;
  return { opened, closed, kept, late: target?.late ?? 0, open: target?.open ?? 0 };
}

/** From a month's first moment in Boston to that of the next: summer time from March to November. */
function boston(month: string): { from: string; until: string } {
  const first = (year: number, no: number): string => {
    const text = `${no > 12 ? year + 1 : year}-${String(no > 12 ? 1 : no).padStart(2, '0')}`;
    return `${text}-01T0${no > 3 && no < 12 ? 4 : 5}:00:00Z`;
  };
  const [year, no] = month.split('-').map(Number) as [number, number];
  return { from: first(year, no), until: first(year, no + 1) };
}

test('the figures of imported requests are what a spreadsheet says, by month and department', { skip }, async (t) => {
  const all: Row[] = parse(gunzipSync(readFileSync(REQUESTS)), { columns: true });
  const rows = all.filter((_, index) => index % EVERY === 0);
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-figures-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'requests.tsv');
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))];
  writeFileSync(path, lines.map((line) => line.map(quoted).join('\t')).join('\n'));
  const { database, organisation, clock, people } = world;
  const mapping = mappingOfRequests();
  const done = await importRequests({ database, organisation, clock, personId: people.admin, mapping, path });
  assert.equal(done.opened, rows.length);

  const { byDepartment } = await figures(boston('2011-07'));
  const names = new Set(rows.map((row) => row['department']));
  const departments = byDepartment.filter(({ name }) => names.has(name.en));
  assert.equal(departments.length, names.size);
  const monthsOf = (...columns: string[]) =>
    new Set(rows.flatMap((row) => columns.map((column) => row[column]!.slice(0, 7))).filter(Boolean));
  const months = monthsOf('open_dt', 'closed_dt');
  assert.ok(months.size > 12, `only ${months.size} months`);
  for (const [no, month] of [...months].entries()) {
    const whole = await figures(boston(month));
    assert.deepEqual(ours(whole), sheetOf(rows, month), month);
    assert.deepEqual(
      whole.byKind.map((kind) => [kind.opened, kind.closed]),
      [[whole.opened, whole.closed]],
    );
    if (!monthsOf('open_dt').has(month)) continue;
    // a department in each fourth month, each in months of its own
    for (const { id, name } of departments.filter((_, at) => (at + no) % 4 === 0)) {
      const own = sheetOf(
        rows.filter((row) => row['department'] === name.en),
        month,
      );
      const shown = whole.byDepartment.find((one) => one.id === id);
      assert.deepEqual([shown?.kept ?? 0, shown?.late ?? 0], [own.kept.n, own.late + own.open], `${name.en} ${month}`);
      assert.deepEqual(ours(await figures({ ...boston(month), department: id })), own, `${name.en} ${month}`);
    }
  }
});
