import { z } from 'zod';
import { MOST_MONEY } from '../kernel/money.ts';
import { key, wordsShape } from '../pack/shapes.ts';
import { id, line, moment, versionRequired } from '../platform/http/shapes.ts';
import { callerNameInput, callerPhoneInput } from '../ticket/inputs.ts';
import { channelInput } from '../ticket/shapes.ts';

const empty = { en: '', 'zh-hans': '', 'zh-hant': '' };
const said = z.strictObject({
  en: z.string().trim().max(4000).describe('In English'),
  'zh-hans': z.string().trim().max(4000).describe('In Simplified Chinese'),
  'zh-hant': z.string().trim().max(4000).describe('In Traditional Chinese'),
});

export const offeringFacts = {
  name: wordsShape.describe('What it is called'),
  features: said.default(empty).describe('What it is and can do'),
  price: said.default(empty).describe('What it costs, as it is told'),
  discount: said.default(empty).describe('When it costs less'),
  steps: said.default(empty).describe('How it is carried out, step by step'),
  method: said.default(empty).describe('How it is used or applied for'),
  usualTime: said.default(empty).describe('How long it usually takes'),
  unit: said.default(empty).describe('For what its price is: a unit, an hour'),
  hours: said.default(empty).describe('When it is done'),
  amount: z
    .number()
    .int()
    .min(0)
    .max(MOST_MONEY)
    .nullable()
    .default(null)
    .describe('Price of a unit in the smallest unit of money, for its bill; 0: it is free; null: said each time'),
  published: z.boolean().default(false).describe("Shown on the customer's page"),
  kind: z.string().max(60).nullable().default(null).describe('Key of the kind it is opened as; null: information only'),
  departmentId: id('department').nullable().default(null).describe('Who does it; needed of what is opened'),
};

export const addOfferingInput = z.strictObject({
  key: key.optional().describe('Its stable name; left out: one is made of its id'),
  why: line.optional().describe('Why it is offered; kept with the version'),
  id: id('offering').optional().describe("The client's own new id; the same id again adds nothing twice"),
  ...offeringFacts,
});

export const changeOfferingInput = z.strictObject({
  version: versionRequired,
  why: line.describe('Why it is changed; kept with the version'),
  ...offeringFacts,
  closed: z.boolean().default(false).describe('true: not offered any more'),
});

export const offeringsQuery = z.strictObject({
  q: z.string().trim().max(100).default('').describe('In the name or any of its texts, in any language'),
  services: z.stringbool().optional().describe('true: only what can be opened; false: only information'),
  closed: z.stringbool().default(false).describe('true: also what is not offered any more'),
});

export const openServiceInput = z.strictObject({
  ticketId: id('ticket').optional().describe("The client's own new id; the same id again opens nothing twice"),
  channel: channelInput.default('counter').describe('How he asked for it'),
  customerId: id('customer').optional().describe('The occupier; left out: nobody on file'),
  callerName: callerNameInput,
  callerPhone: callerPhoneInput,
  placeId: id('place').optional().describe('Where it is done'),
  personId: id('person').optional().describe('Who does it; left out: the department says'),
  fromAt: moment.describe('From when somebody may come'),
  untilAt: moment.describe('By when somebody must have come'),
  language: z.enum(['en', 'zh-hans', 'zh-hant']).default('zh-hans').describe('In which language its ticket is written'),
  note: z.string().trim().max(2000).default('').describe('What he wishes besides'),
});

export type OfferingFacts = Omit<z.output<typeof addOfferingInput>, 'id' | 'key'>;
