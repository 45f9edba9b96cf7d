import { z } from 'zod';
import { limitShape } from '../commitment/rule.ts';
import { RELATIONS } from '../customer/customer.ts';
import { doubled } from '../kernel/doubled.ts';
import { CURRENCIES, MOST_MONEY } from '../kernel/money.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { dayNumber } from '../kernel/working-time/date.ts';
import { whyNotLimit } from '../pack/check-ladder.ts';
import { whyNotAgainst } from '../pack/check-names.ts';
import { key, wordsShape } from '../pack/shapes.ts';

/** How the amount of an item comes about. */
export const CHARGE_BASES = ['area', 'fixed', 'agreed', 'given', 'piece'] as const;
export const CHARGE_PERIODS = ['month', 'quarter', 'year'] as const;

/** How often money goes to finance, and the ledger of paid service is closed with it. */
export const CLOSING_PERIODS = ['week', 'month', 'quarter'] as const;

export const dayShape = z
  .string()
  .refine((text) => dayNumber(text) !== null, 'a day, YYYY-MM-DD')
  .describe('A day, YYYY-MM-DD');

/** The price that the city's price bureau has published (FEE-01), and for how long. */
const standardShape = z
  .strictObject({
    name: wordsShape.describe('What it is called, with who published it'),
    number: z.string().trim().min(1).max(120).describe('Number of the document'),
    from: dayShape.describe('From which day it holds, YYYY-MM-DD'),
    until: dayShape.nullable().describe('Until which day it holds, YYYY-MM-DD; null: until another is published'),
  })
  .describe('The published standard that the price rests on');

export const chargeItemShape = z
  .strictObject({
    key,
    name: wordsShape,
    basis: z
      .enum(CHARGE_BASES)
      .describe(
        'area: per square metre and month; fixed: the same for each unit and month; agreed: as agreed for the unit, each period; given: an amount for each unit, each time (meters); piece: charged one by one',
      ),
    rate: z
      .number()
      .int()
      .min(1)
      .max(MOST_MONEY)
      .nullable()
      .describe('In the smallest unit of the currency; null: the amount is agreed, given, or said each time'),
    period: z.enum(CHARGE_PERIODS).nullable().describe('How often it is billed; null: one by one only'),
    payers: z
      .array(z.enum(RELATIONS))
      .max(RELATIONS.length)
      .describe(
        'Who pays: the first of these that a unit has. A unit that has none is missing a payer only if owners pay',
      ),
    standard: standardShape.nullable().describe('The published standard that the price rests on; null: none'),
    paidService: z.boolean().describe('It is paid service: the ledger that is closed each week counts it'),
    on: z.boolean().describe('It is charged; false: kept, not charged now'),
  })
  .meta({ id: 'ChargeItem', description: 'What customers are charged for' });
export type ChargeItem = z.infer<typeof chargeItemShape>;

export const chargingShape = z.strictObject({
  currency: z.enum(CURRENCIES).describe('In which all amounts are, ISO 4217'),
  items: z.array(chargeItemShape).min(1).max(80).describe('What is charged'),
  noticeDays: z.number().int().min(0).max(90).describe('A bill goes out so many days before it is due, at least'),
  closes: z
    .enum(CLOSING_PERIODS)
    .describe('How often the money is delivered to finance, and the ledger of paid service closed with it'),
  posts: z
    .strictObject({
      dunning: key.describe('Key of the post that follows up what is overdue'),
      delivers: key.describe('Key of the post that oversees charging and delivers the money'),
      finance: key.describe('Key of the post that confirms what was delivered'),
    })
    .describe('Who answers for what'),
  limits: z
    .strictObject({
      tell: limitShape.describe('To hand over bills that could not be sent'),
      dun: limitShape.describe('For the first step once something is overdue'),
      step: limitShape.describe('For each next step, from the start of its day'),
      deliver: limitShape.describe('To deliver the money of a week, from its end'),
      confirm: limitShape.describe('For finance to confirm what was delivered'),
    })
    .describe('By when'),
});
export type Charging = z.infer<typeof chargingShape>;

/** Nobody could bill by it: without a price, a payer, a period, or by a standard that ends before it begins. */
function whyNotItem(item: ChargeItem, path: string): Refusal[] {
  const priced = item.basis === 'area' || item.basis === 'fixed';
  const { standard, period, payers } = item;
  const wrong = (code: string, field: string) => [refusal(code, { path: `${path}.${field}` })];
  return [
    ...(priced && item.rate === null ? wrong('charge.rate_missing', 'rate') : []),
    ...((item.basis === 'agreed' || item.basis === 'given') && item.rate !== null
      ? wrong('charge.rate_not_asked', 'rate')
      : []),
    ...((item.basis === 'piece') !== (period === null) ? wrong('charge.period_wrong', 'period') : []),
    ...(period !== null && payers.length === 0 ? wrong('charge.payer_missing', 'payers') : []),
    ...(item.basis === 'area' && standard === null ? wrong('charge.standard_missing', 'standard') : []),
    ...(standard?.until && standard.until < standard.from ? wrong('charge.standard_ends_first', 'standard') : []),
  ];
}

/** Everything wrong with what a house charges; paths are within the settings. */
export function whyNotCharging(charging: Charging, posts: { has(post: string): boolean }): Refusal[] {
  const twice = doubled(charging.items.map((item) => item.key));
  return [
    ...(twice === undefined ? [] : [refusal('pack.key_twice', { path: `charging.items.${twice}`, name: twice })]),
    ...charging.items.flatMap((item) => whyNotItem(item, `charging.items.${item.key}`)),
    ...Object.entries(charging.posts).flatMap(([part, post]) => whyNotAgainst(posts, post, `charging.posts.${part}`)),
    ...Object.entries(charging.limits).flatMap(([name, limit]) => whyNotLimit(limit, `charging.limits.${name}`)),
  ];
}
