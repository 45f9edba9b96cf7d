import { z } from 'zod';
import { CUSTOMER_KINDS, RELATIONS } from '../customer/customer.ts';
import { wordsShape } from '../pack/shapes.ts';
import { id, line, moment, pageQuery } from '../platform/http/shapes.ts';
import { CONTACT_STATES, OUTREACH_PLACES, OUTREACH_STATES } from './outreach.ts';

/** The filters of the list of customers; what is typed there is left out, for it may be a name. */
export const outreachFilters = z.strictObject({
  kind: z.enum(CUSTOMER_KINDS).optional().describe('Only customers of this kind'),
  vip: z.boolean().optional().describe('true: only those to be treated with special care; false: only the others'),
  place: id('place').optional().describe('Who has to do with this place, or with what stands in it'),
  relation: z.enum(RELATIONS).optional().describe('Only those who are this to some place'),
  quietSince: moment.optional().describe('Only those with whom nobody has been in touch since then'),
});
export type OutreachFilters = z.output<typeof outreachFilters>;

const places = OUTREACH_PLACES.map((one) => `{${one}}`).join(', ');

const said = {
  subject: wordsShape.describe(`Where the channel has a subject: what stands there. Places: ${places}`),
  text: wordsShape.describe(`What each reads in his language, and what whoever calls says. Places: ${places}`),
};

const whom = {
  filters: outreachFilters.describe('All customers that fit, as the list of customers shows them; {} is all'),
  customerIds: z.array(id('customer')).min(1).max(200).optional().describe('Of those only these'),
};

export const previewInput = z.strictObject({ ...said, ...whom });
export type Preview = z.output<typeof previewInput>;

export const startInput = z.strictObject({
  id: id('outreach').optional().describe("The client's own new id; the same id again starts nothing twice"),
  name: line.describe('What it is called among ourselves'),
  ...said,
  ...whom,
  perHour: z.number().int().min(1).max(3600).default(120).describe('At most so many customers an hour'),
  callerId: id('person').optional().describe('Who makes the calls; left out: whoever starts it'),
});
export type Start = z.output<typeof startInput>;

export const calledInput = z.strictObject({
  reached: z.boolean().describe('Whether he was spoken with; false: nobody was reached, and it ends so'),
  outcome: line.describe('What came of it; it stands in the history of contacts'),
  happenedAt: moment.optional().describe('When he was called, if entered later; never in the future'),
});
export type Called = z.output<typeof calledInput>;

export const outreachesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(OUTREACH_STATES).optional().describe('Only those that stand so'),
  from: moment.optional().describe('Started at or after'),
  until: moment.optional().describe('Started before'),
});
export type OutreachesQuery = z.output<typeof outreachesQuery>;

export const contactsOfQuery = z.strictObject({
  ...pageQuery,
  outreach: id('outreach').optional().describe('Only of this outreach'),
  state: z.enum(CONTACT_STATES).optional().describe('Only those that stand so'),
  customer: id('customer').optional().describe('Only with this customer'),
  mine: z.stringbool().default(false).describe('true: only calls that are mine to make'),
  from: moment.optional().describe('Written or called at or after'),
  until: moment.optional().describe('Written or called before'),
});
export type ContactsOfQuery = z.output<typeof contactsOfQuery>;
