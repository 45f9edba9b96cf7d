import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';
import type { OnVersion } from '../platform/http/shapes.ts';
import { id, line, pageQuery, seenVersion } from '../platform/http/shapes.ts';
import { CUSTOMER_KINDS, RELATIONS } from './customer.ts';

const label = z.string().trim().max(40).default('').describe('Mobile, office, daughter...');
const name = z.string().trim().min(1).max(100);
const phones = z
  .array(
    z.strictObject({
      number: z.string().trim().min(3).max(40).describe('As it is written or said; kept in one form'),
      label,
    }),
  )
  .max(20)
  .describe('All of them; the first is called first');
const emails = z.array(z.strictObject({ address: z.email().max(200), label })).max(20);
const date = z.iso.date().nullable().default(null);
const places = z
  .array(z.strictObject({ placeId: id('place'), relation: z.enum(RELATIONS), since: date, until: date }))
  .max(100);
const members = z
  .array(z.strictObject({ customerId: id('customer'), relation: z.string().trim().max(40).default('') }))
  .max(200)
  .describe('Who belongs to this household or company');
const kind = z.enum(CUSTOMER_KINDS);
const language = z.enum(LANGUAGES);
const note = z.string().trim().max(2_000).nullable();

export const addCustomerInput = z.strictObject({
  id: id('customer').optional().describe("The client's own new id; the same id again adds nothing twice"),
  kind: kind.default('person'),
  name,
  language: language.default('zh-hans'),
  vip: z.boolean().default(false),
  note: note.default(null),
  phones: phones.default([]),
  emails: emails.default([]),
  places: places.default([]),
  members: members.default([]),
});
export type AddCustomer = z.output<typeof addCustomerInput>;

export const changeCustomerInput = z.strictObject({
  version: seenVersion,
  kind: kind.optional(),
  name: name.optional(),
  language: language.optional(),
  vip: z.boolean().optional(),
  note: note.optional(),
  phones: phones.optional().describe('All of them; only for whoever may see them whole'),
  emails: emails.optional(),
  places: places.optional(),
  members: members.optional(),
});
export type ChangeCustomer = OnVersion<z.output<typeof changeCustomerInput>>;

export const eraseCustomerInput = z.strictObject({
  version: z.number().int().optional(),
  reason: z.enum(['asked_by_customer', 'kept_long_enough', 'entered_by_mistake', 'other']),
});

export const customersQuery = z.strictObject({
  ...pageQuery,
  kind: kind.optional().describe('Only customers of this kind'),
  vip: z.stringbool().optional().describe('true: only those to be treated with special care; false: only the others'),
  place: id('place').optional().describe('Who has to do with this place, or with what stands in it'),
  relation: z.enum(RELATIONS).optional().describe('Only those who are this to some place'),
  q: line.optional().describe('Name, pinyin, phone, unit: the newest that match'),
});
export type CustomersQuery = z.output<typeof customersQuery>;
