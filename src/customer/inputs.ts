import { z } from 'zod';
import { LANGUAGES } from '../kernel/words.ts';
import type { OnVersion } from '../platform/http/shapes.ts';
import { id, line, moment, pageQuery, versionRequired, versionSeen } from '../platform/http/shapes.ts';
import { CUSTOMER_KINDS, RELATIONS, UPDATES } from './customer.ts';

const label = z.string().trim().max(40).default('').describe('Mobile, office, daughter...');
const name = z.string().trim().min(1).max(100).describe('Of the person, household or company');
const phones = z
  .array(
    z.strictObject({
      number: z.string().trim().min(3).max(40).describe('As it is written or said; kept in one form'),
      label,
    }),
  )
  .max(20)
  .describe('All of them; the first is called first');
const emails = z
  .array(z.strictObject({ address: z.email().max(200).describe('Mail goes there'), label }))
  .max(20)
  .describe('All of them');
const date = z.iso.date().nullable().default(null);
const places = z
  .array(
    z.strictObject({
      placeId: id('place'),
      relation: z.enum(RELATIONS).describe('What he is to it'),
      since: date.describe('From which day, YYYY-MM-DD; null: not known'),
      until: date.describe('Until which day, YYYY-MM-DD; null: still'),
    }),
  )
  .max(100)
  .describe('All places he has to do with, former ones too');
const members = z
  .array(
    z.strictObject({
      customerId: id('customer'),
      relation: z.string().trim().max(40).default('').describe('What he is to the others: mother, manager'),
    }),
  )
  .max(200)
  .describe('Who belongs to this household or company');
const kind = z.enum(CUSTOMER_KINDS).describe('One person, or those who live or work together');
const language = z.enum(LANGUAGES).describe('In which he is spoken to');
const updates = z
  .enum(UPDATES)
  .describe('By which sort of channel he hears by itself how his matters stand: any, one, none, or only by telephone');
const vip = z.boolean().describe('To be treated with special care: visited by a rule of his own');
const note = z.string().trim().max(2_000).nullable().describe('What to know before speaking with him; null: nothing');

export const addCustomerInput = z.strictObject({
  id: id('customer').optional().describe("The client's own new id; the same id again adds nothing twice"),
  kind: kind.default('person'),
  name,
  language: language.default('zh-hans'),
  updates: updates.optional(),
  vip: vip.default(false),
  note: note.default(null),
  phones: phones.default([]),
  emails: emails.default([]),
  places: places.default([]),
  members: members.default([]),
});
export type AddCustomer = z.output<typeof addCustomerInput>;

export const changeCustomerInput = z.strictObject({
  version: versionRequired,
  kind: kind.optional(),
  name: name.optional(),
  language: language.optional(),
  updates: updates.optional(),
  vip: vip.optional(),
  note: note.optional(),
  phones: phones.optional().describe('All of them; only for whoever may see them whole'),
  emails: emails.optional(),
  places: places.optional(),
  members: members.optional(),
});
export type ChangeCustomer = OnVersion<z.output<typeof changeCustomerInput>>;

export const eraseCustomerInput = z.strictObject({
  version: versionSeen,
  reason: z
    .enum(['asked_by_customer', 'kept_long_enough', 'entered_by_mistake', 'other'])
    .describe('Why what is personal is erased; kept in the journal'),
});

export const customersQuery = z.strictObject({
  ...pageQuery,
  kind: kind.optional().describe('Only customers of this kind'),
  vip: z.stringbool().optional().describe('true: only those to be treated with special care; false: only the others'),
  place: id('place').optional().describe('Who has to do with this place, or with what stands in it'),
  relation: z.enum(RELATIONS).optional().describe('Only those who are this to some place'),
  quietSince: moment.optional().describe('Only those with whom nobody has been in touch since then'),
  q: line.optional().describe('Name, pinyin, phone, unit: the newest that match'),
});
export type CustomersQuery = z.output<typeof customersQuery>;

export const stillNamedQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(['open', 'decided', 'all']).default('open').describe('open: to be decided'),
  customer: id('customer').optional().describe('Only of this customer'),
});
export type StillNamedQuery = z.output<typeof stillNamedQuery>;

export const decideStillNamedInput = z.strictObject({
  decision: z
    .enum(['blackened', 'left'])
    .describe('blackened: a sign stands in place of the name from now on, for good; left: it stays, with the reason'),
  why: z.string().trim().max(1_000).default('').describe('Why it is left; demanded for that'),
});
