import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moneyOf, moneyText, shareOf } from '../kernel/money.ts';
import { packs } from '../pack/registry.ts';
import { allocate, billLine, whyNotBill, whyNotPaid } from './charge.ts';
import type { Charging } from './items.ts';
import { chargingShape, whyNotCharging } from './items.ts';
import { billLetter } from './letters.ts';

/** Money and what is charged, without a database. */

test('money is an integer of the smallest unit: read as people type it, written as tables show it', () => {
  const typed: [string, number | null][] = [
    ['12', 1200],
    ['12.5', 1250],
    ['1,234.50', 123_450],
    [' 0.01 ', 1],
    ['12。5', 1250],
    ['12.345', null],
    ['-3', null],
    ['', null],
    ['99999999999', null],
  ];
  for (const [text, amount] of typed) assert.equal(moneyOf(text), amount, text);
  assert.deepEqual([moneyText(123_450), moneyText(5), moneyText(-205)], ['1234.50', '0.05', '-2.05']);
  // 89.37 m² at 2.35: 210.0195 comes to 210.02
  assert.equal(shareOf(235, 8937, 100), 21_002);
  assert.equal(shareOf(2_000_000_000, 2_000_000_000, 2_000_000_000), 2_000_000_000, 'exact however large');
});

const unit = { area: 8937, agreed: null, given: null, payer: 'somebody', billed: false };
const area = { basis: 'area', rate: 235, period: 'month', payers: ['owner'] } as const;
const lines: [string, Parameters<typeof billLine>, object][] = [
  ['by area and month', [area, unit], { amount: 21_002, reckoning: { rate: 235, area: 8937, months: 1 } }],
  [
    'a quarter is three months, rounded once',
    [{ ...area, period: 'quarter' }, unit],
    { amount: 63_006, reckoning: { rate: 235, area: 8937, months: 3 } },
  ],
  ['its area is missing', [area, { ...unit, area: null }], { missing: 'area' }],
  ['nobody pays, though owners should', [area, { ...unit, payer: null }], { missing: 'payer' }],
  [
    'no tenant, and only tenants pay',
    [
      { ...area, payers: ['tenant'] },
      { ...unit, payer: null },
    ],
    { none: 'no_payer' },
  ],
  ['billed before', [area, { ...unit, billed: true }], { none: 'billed' }],
  ['fixed', [{ ...area, basis: 'fixed', rate: 100 }, unit], { amount: 100, reckoning: { rate: 100, months: 1 } }],
  [
    'as agreed',
    [
      { ...area, basis: 'agreed' },
      { ...unit, agreed: 350_000 },
    ],
    { amount: 350_000, reckoning: {} },
  ],
  ['nothing agreed', [{ ...area, basis: 'agreed' }, unit], { none: 'not_agreed' }],
  [
    'read from a meter',
    [
      { ...area, basis: 'given' },
      { ...unit, given: 4_210 },
    ],
    { amount: 4_210, reckoning: {} },
  ],
  ['not read', [{ ...area, basis: 'given' }, unit], { missing: 'amount' }],
];
for (const [what, given, line] of lines)
  test(`a unit is billed: ${what}`, () => assert.deepEqual(billLine(...given), line));

test('a period is billed by a standard that holds, and in time to pay', async () => {
  const standard = {
    name: { en: '', 'zh-hans': '', 'zh-hant': '' },
    number: '18',
    from: '2025-07-01',
    until: '2026-06-30',
  };
  const why = (over: object, when: object = {}, begins = '2026-06-01') =>
    whyNotBill(
      { on: true, period: 'month', standard, ...over },
      { begins },
      { dueDay: '2026-06-20', today: '2026-06-05', noticeDays: 10, ...when },
    )?.code ?? null;
  assert.equal(why({}), null);
  assert.equal(why({ on: false }), 'charge.item_off');
  assert.equal(why({ period: null }), 'charge.item_has_no_period');
  assert.equal(why({}, {}, '2026-07-01'), 'charge.standard_not_valid');
  assert.equal(why({}, {}, '2025-06-01'), 'charge.standard_not_valid');
  assert.equal(why({}, { dueDay: '2026-06-14' }), 'charge.due_too_soon');
  assert.equal(why({}, { dueDay: '2026-06-15' }), null);
});

test('money is laid on what is owed in its order; more than is owed is not taken', () => {
  const owing = [
    { id: 'a', open: 300 },
    { id: 'b', open: 200 },
  ];
  assert.deepEqual(allocate(owing, 350), {
    shares: [
      { chargeId: 'a', amount: 300 },
      { chargeId: 'b', amount: 50 },
    ],
  });
  assert.deepEqual(allocate(owing, 501), { refused: { code: 'charge.more_than_owed', params: { owed: '5.00' } } });
});

test('a step that waits for money waits until some was taken and none is owed', () => {
  assert.equal(whyNotPaid({ paid: 0, open: 0 })?.code, 'charge.matter_without_receipt');
  assert.equal(whyNotPaid({ paid: 100, open: 1 })?.code, 'charge.matter_owes');
  assert.equal(whyNotPaid({ paid: 100, open: 0 }), null);
});

test('what a house charges is checked with a path: prices, payers, periods, standards, posts', async () => {
  const pack = (await packs()).get('property')!;
  const posts = new Set(pack.posts.map((post) => post.key));
  const wrongs = (change: (charging: Charging) => void): string[] => {
    const charging = structuredClone(pack.charging!);
    change(charging);
    return whyNotCharging(chargingShape.parse(charging), posts).map(({ code, params }) => `${code} ${params!['path']}`);
  };
  assert.deepEqual(
    wrongs(() => {}),
    [],
  );
  const cases: [(charging: Charging) => void, string][] = [
    [({ items }) => void (items[0]!.rate = null), 'charge.rate_missing charging.items.management_fee.rate'],
    [({ items }) => void (items[0]!.standard = null), 'charge.standard_missing charging.items.management_fee.standard'],
    [
      ({ items }) => void (items[0]!.standard!.until = '2020-01-01'),
      'charge.standard_ends_first charging.items.management_fee.standard',
    ],
    [({ items }) => void (items[0]!.payers = []), 'charge.payer_missing charging.items.management_fee.payers'],
    [({ items }) => void (items[0]!.period = null), 'charge.period_wrong charging.items.management_fee.period'],
    [({ items }) => void (items[2]!.rate = 5), 'charge.rate_not_asked charging.items.rent.rate'],
    [({ items }) => void (items[1]!.key = 'rent'), 'pack.key_twice charging.items.rent'],
    [({ posts: named }) => void (named.finance = 'nobody'), 'pack.name_dangling charging.posts.finance'],
  ];
  for (const [change, wrong] of cases) assert.ok(wrongs(change).includes(wrong), `${wrong}: ${wrongs(change).join()}`);
});

test('a letter says in the language of the customer what is owed, by which standard and by when', () => {
  const text = billLetter(
    {
      organisation: '回音物业',
      phone: '0755-88001234',
      customer: '陈先生',
      currency: 'CNY',
      standard: { name: { en: 'Guide price', 'zh-hans': '指导价', 'zh-hant': '指導價' }, number: '18号' },
      lines: [
        {
          name: { en: 'Fee', 'zh-hans': '管理费', 'zh-hant': '管理費' },
          place: '3-1202',
          begins: '2026-11-01',
          open: 21_002,
          dueDay: '2026-12-10',
        },
        {
          name: { en: 'Rent', 'zh-hans': '租金', 'zh-hant': '租金' },
          place: null,
          begins: null,
          open: 100,
          dueDay: '2026-12-05',
        },
      ],
    },
    'zh-hans',
  );
  assert.match(text, /请于 2026-12-05 前/);
  assert.match(text, /3-1202 · 管理费 · 2026-11 {2}¥210\.02/);
  assert.match(text, /合计：¥211\.02/);
  assert.match(text, /收费依据：指导价（18号）。\n\n/);
});
