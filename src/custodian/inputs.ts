import { z } from 'zod';
import { CHANNELS } from '../kernel/channels.ts';
import { id, line, moment, pageQuery, text } from '../platform/http/shapes.ts';
import { CUSTOMER_KINDS } from '../customer/customer.ts';
import { CONTACT_SORTS, CONTACT_STATES, MOST_AT_ONCE, WHOM } from './custodian.ts';

const classKey = z.string().max(60).describe('Only customers of this class');
const why = line.describe('Why; kept with it');

export const abilityInput = z.strictObject({
  seen: z
    .number()
    .int()
    .describe('The version last read, 0 where nothing was said yet; a newer one refuses the change'),
  percent: z.number().int().min(10).max(300).describe('How much he can take beside the others; 100 is usual'),
  why,
});
export type SetAbility = z.output<typeof abilityInput>;

export const proposeInput = z.strictObject({
  whom: z
    .enum(WHOM)
    .default('without')
    .describe('without: customers whom nobody has; all: everybody, as few moved as can be'),
  people: z.array(id('person')).min(1).max(200).optional().describe('Among these only; left out: all specialists'),
  class: classKey.optional(),
  kind: z.enum(CUSTOMER_KINDS).optional().describe('Only customers of this kind'),
});
export type Propose = z.output<typeof proposeInput>;

const given = z.strictObject({
  customerId: id('customer').describe('Who is given'),
  personId: id('person').describe('To whom'),
  seen: id('person').nullable().describe('Whose he was as it was looked at; somebody else by now refuses the whole'),
});

export const distributeInput = z.strictObject({
  id: id('custodian_distribution')
    .optional()
    .describe("The client's own new id; the same id again gives nothing twice"),
  whom: z.enum(WHOM).default('without').describe('How it was proposed'),
  lines: z
    .array(given)
    .min(1)
    .max(MOST_AT_ONCE)
    .describe('Each customer with whom he is given to; as proposed or otherwise'),
  why,
});
export type Distribute = z.output<typeof distributeInput>;

export const undoInput = z.strictObject({ why: line.describe('Why it is undone; kept with it') });

export const giveInput = z.strictObject({
  personId: id('person').nullable().describe('Whose he is from now on; null: nobody’s'),
  seen: id('person').nullable().describe('Whose he was as it was looked at; somebody else by now refuses the change'),
  why,
});
export type Give = z.output<typeof giveInput>;

const touch = {
  channel: z.enum(CHANNELS).describe('How he was reached'),
  happenedAt: moment.optional().describe('When it was, if recorded later; never in the future, nor before it was owed'),
};

export const contactedInput = z.strictObject({
  ...touch,
  with: z.string().trim().max(100).default('').describe('With whom, where it was not the customer himself'),
  need: text.describe('What was spoken of, and what he needs'),
  outcome: z.string().trim().min(1).max(2_000).describe('What came of it, and what follows'),
  endedAt: moment.optional().describe('When it ended'),
});
export type Contacted = z.output<typeof contactedInput>;

export const attemptedInput = z.strictObject({
  ...touch,
  outcome: line.describe('How it was tried, and when to try again'),
});
export type Attempted = z.output<typeof attemptedInput>;

const span = {
  from: moment.optional().describe('Given at or after'),
  until: moment.optional().describe('Given before'),
};

export const custodiansQuery = z.strictObject({
  from: moment.optional().describe('Contacts that fell due at or after'),
  until: moment.optional().describe('Contacts that fell due before'),
});
export type CustodiansQuery = z.output<typeof custodiansQuery>;

export const inChargeQuery = z.strictObject({
  ...pageQuery,
  q: z.string().trim().max(100).optional().describe('Only those in whose name this stands'),
  class: classKey.optional(),
  person: id('person').optional().describe('Only those who are this specialist’s'),
  without: z.stringbool().default(false).describe('true: only those whom nobody has'),
});
export type InChargeQuery = z.output<typeof inChargeQuery>;

export const owedContactsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(CONTACT_STATES).optional().describe('Only those that stand so'),
  sort: z.enum(CONTACT_SORTS).optional().describe('first: after he was given; regular: by the standard of his class'),
  person: id('person').optional().describe('Only those this specialist owes or made'),
  customer: id('customer').optional().describe('Only with this customer'),
  mine: z.stringbool().default(false).describe('true: only mine'),
  from: moment.optional().describe('Due at or after'),
  until: moment.optional().describe('Due before'),
});
export type OwedContactsQuery = z.output<typeof owedContactsQuery>;

export const distributionsQuery = z.strictObject({ ...pageQuery, ...span });
export type DistributionsQuery = z.output<typeof distributionsQuery>;
