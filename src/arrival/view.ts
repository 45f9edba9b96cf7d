import { z } from 'zod';
import { PURPOSES } from '../contact/inputs.ts';
import { personOut } from '../organisation/shapes.ts';
import { allOf, canOut, idOut, momentOrNotYet, momentOut } from '../platform/http/shapes.ts';
import { customerNameOut, placeCodeOut, ticketNameOut } from '../ticket/shapes.ts';
import { LEFT } from './arrival.ts';

export const arrivalOut = z.object({
  id: idOut('arrival'),
  name: z.string().describe('What he is called by: his name, else his household'),
  customer: customerNameOut.nullable().describe('Who he is; null: nobody on file'),
  place: placeCodeOut.nullable().describe('His household; null: not said'),
  purpose: z.enum(PURPOSES).describe('What he came for'),
  wanted: personOut.nullable().describe('Whom of ours he wants; null: whoever is free'),
  by: personOut.describe('Who took him down'),
  arrivedAt: momentOut.describe('Since when he is here'),
  receiveBy: momentOut.nullable().describe('By when somebody is to see to him; null: nothing is owed'),
  late: z.boolean().describe('He was kept waiting longer than that'),
  takenAt: momentOrNotYet,
  takenBy: personOut.nullable().describe('Who sees to him; null: he waits'),
  leftAt: momentOrNotYet,
  outcome: z.enum(LEFT).nullable().describe('How his visit ended; null: he is here'),
  tickets: z.array(ticketNameOut).describe('The matters his visit concerned'),
  can: canOut.describe('take, leave'),
});
export type ArrivalView = z.input<typeof arrivalOut>;

export const arrivalsOut = allOf(arrivalOut);
export const takenDownOut = z.object({ id: idOut('arrival') });
