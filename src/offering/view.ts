import { z } from 'zod';
import { changedWhyOut, departmentNameOut, personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut, wordsOut } from '../platform/http/shapes.ts';

const texts = {
  features: wordsOut.describe('What it is and can do'),
  price: wordsOut.describe('What it costs, as it is told'),
  discount: wordsOut.describe('When it costs less'),
  steps: wordsOut.describe('How it is carried out'),
  method: wordsOut.describe('How it is used or applied for'),
  usualTime: wordsOut.describe('How long it usually takes'),
  unit: wordsOut.describe('For what its price is: a unit, an hour'),
  hours: wordsOut.describe('When it is done'),
  amount: z
    .number()
    .nullable()
    .describe('Price of a unit in the smallest unit of money; 0: free; null: as the price says'),
};

export const publishedOut = z.object({
  id: idOut('offering'),
  name: wordsOut.describe('What it is called'),
  ...texts,
});

export const offeringOut = publishedOut.extend({
  version: z.number().describe('Counts its changes; send it back with one'),
  kind: z.string().nullable().describe('Key of the kind it is opened as; null: information only'),
  department: departmentNameOut.nullable().describe('Who does it; null: nobody in particular'),
  published: z.boolean().describe("Shown on the customer's page"),
  closedAt: momentOrNotYet.describe('When it ceased to be offered; null: it is offered'),
  changedBy: personOut.nullable().describe('Who wrote this version; null: it came with the pack'),
  changedAt: momentOut,
  opened: z.number().describe('How often it was opened for somebody'),
});

export const offeringsOut = allOf(offeringOut).extend({ can: canOut.describe('edit') });

export const offeringVersionsOut = allOf(
  z.object({
    version: z.number().describe('1, 2, ...'),
    name: wordsOut.describe('What it was called'),
    ...texts,
    published: z.boolean().describe('Whether customers saw it'),
    by: personOut.nullable().describe('Who wrote it; null: it came with the pack'),
    why: changedWhyOut,
    at: momentOut,
  }),
);
