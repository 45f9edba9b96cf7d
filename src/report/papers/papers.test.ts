import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import exceljs from 'exceljs';
import type { FastifyInstance } from 'fastify';
import { pdfText } from '../../../test/pdf-text.ts';
import { serverOf } from '../../../test/desk-server.ts';
import { takeInMatter } from '../../../test/story.ts';
import type { World } from '../../../test/world.ts';
import { freshWorld } from '../../../test/world.ts';
import { reportRoutes } from '../routes.ts';

let world: World;
let server: FastifyInstance;
const SEPTEMBER = { from: '2026-09-01T00:00:00+08:00', until: '2026-10-01T00:00:00+08:00' };

before(async () => {
  world = await freshWorld({ at: '2026-09-07T09:00+08:00' });
  server = await serverOf(world, reportRoutes);
  const complain = (about: string, over: object = {}) =>
    takeInMatter(world, 'complaint', { title: `投诉${about}`, fields: { about, wanted_solution: '安静' }, ...over });
  await complain('noise');
  await complain('noise');
  await complain('noise', { title: '=HYPERLINK("http://x")' });
  await complain('parking');
  await takeInMatter(world, 'leak');
});
after(async () => {
  await server.close();
  await world.drop();
});

async function take(path: string, query: Record<string, string>, who = 'manager') {
  const answer = await server.inject({
    method: 'GET',
    url: `/api${path}?${new URLSearchParams({ ...SEPTEMBER, language: 'zh-hans', ...query })}`,
    headers: { 'x-test-person': who },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
}

/** The cells of a spreadsheet as they are stored, sheet by sheet, row by row. */
async function cellsOf(bytes: Buffer): Promise<unknown[][][]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as never);
  return book.worksheets.map((sheet) => {
    const rows: unknown[][] = [];
    sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    return rows;
  });
}

const numbersOf = (rows: unknown[][], first: string): unknown[] => rows.find((row) => row[0] === first)!.slice(1);

test('the causes come out as a spreadsheet: in order, shares as shares, the vital few marked [STAT-03]', async () => {
  const { status, headers, bytes } = await take('/figures/causes/document', { format: 'xlsx' });
  assert.equal(status, 200);
  assert.match(String(headers['content-disposition']), /filename\*=UTF-8''.*2026-09-07\.xlsx/);
  assert.equal(headers['cache-control'], 'no-store');
  const [sheet] = await cellsOf(bytes);
  assert.deepEqual(numbersOf(sheet!, '噪音扰民').slice(0, 4), [3, 0.75, 0.75, '关键']);
  assert.deepEqual(numbersOf(sheet!, '车辆停放').slice(0, 4), [1, 0.25, 1, '关键']);
  assert.deepEqual(numbersOf(sheet!, '每百单投诉'), ['80（4 / 5）']);
});

test('a figure comes out as it is cut, with its formula, and beside what it was [STAT-01]', async () => {
  const asked = { format: 'xlsx', by: 'kind', compare: 'before' };
  const [sheet] = await cellsOf((await take('/figures/opened/document', asked)).bytes);
  const [number, numerator, , past] = numbersOf(sheet!, '投诉');
  assert.deepEqual([number, numerator, past], [4, 4, 0]);
  assert.equal(numbersOf(sheet!, '合计')[0], 5);
  assert.ok(String(numbersOf(sheet!, '统计口径')[0]).includes('重复的不计'));
  assert.equal(numbersOf(sheet!, '期间')[0], '2026-09-01 00:00 起，至 2026-10-01 00:00 前');
});

test('a list of records comes out whole, and nothing typed by a customer is a formula [STAT-01]', async () => {
  const [sheet] = await cellsOf((await take('/figures/complaints/records/document', { format: 'xlsx' })).bytes);
  const titles = sheet!.map((row) => row[1]);
  assert.equal(titles.filter((one) => one === '投诉noise').length, 2);
  assert.ok(titles.includes('=HYPERLINK("http://x")'), 'as text');
  const narrowed = { format: 'xlsx', by: 'choice', field: 'about', key: 'parking' };
  const [parking] = await cellsOf((await take('/figures/complaints/records/document', narrowed)).bytes);
  assert.equal(parking!.filter((row) => String(row[1]).startsWith('投诉')).length, 1);
});

test('the same is a PDF whose Chinese can be read back, simplified and traditional [STAT-03]', async () => {
  const { headers, bytes } = await take('/figures/causes/document', { format: 'pdf' });
  assert.equal(headers['content-type'], 'application/pdf');
  const text = pdfText(bytes);
  for (const part of ['投诉原因', '噪音扰民', '75%', '关键', '每百单投诉', '回音物业'])
    assert.ok(text.includes(part), `${part} in ${text}`);
  const traditional = pdfText((await take('/figures/overview/document', { format: 'pdf', language: 'zh-hant' })).bytes);
  for (const part of ['準時履行率', '統計口徑']) assert.ok(traditional.includes(part), `${part} in ${traditional}`);
  const english = pdfText((await take('/figures/parts/document', { format: 'pdf', language: 'en' })).bytes);
  for (const part of ['Everypartofthebusiness', 'Engineering', 'Satisfaction']) assert.ok(english.includes(part), part);
});

test('what somebody takes out is what he may see, and who may not see reports takes nothing out [STAT-01]', async () => {
  const refused = await take('/figures/causes/document', { format: 'xlsx' }, 'desk');
  assert.equal(refused.status, 403);
  const [sheet] = await cellsOf((await take('/figures/opened/document', { format: 'xlsx' }, 'captain')).bytes);
  assert.equal(numbersOf(sheet!, '合计')[0], 0, 'of the security department, which has none');
  assert.equal((await take('/figures/opened/document', { format: 'docx' })).status, 422);
});
