import { z } from 'zod';
import { PRESENCES } from '../attendance/attendance.ts';
import { personOut } from '../organisation/shapes.ts';
import { canOut, idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { placeNameOut } from '../ticket/shapes.ts';
import { DISPATCH_ACTS, DISPATCH_STATES, STANDINGS } from './dispatch.ts';

const departmentOut = z
  .object({ id: idOut('department'), name: wordsOut })
  .nullable()
  .describe('Of his post; null: it stands in none');

export const handOut = z.object({
  person: personOut.describe('Who'),
  department: departmentOut,
  post: wordsOut.describe('The first post he holds'),
  standing: z
    .enum(STANDINGS)
    .describe('free: on duty at his place with nothing in hand; the others are not free, and why'),
  shift: z
    .object({
      from: momentOut.describe('When it begins'),
      until: momentOut.describe('When it ends'),
      presence: z.enum(PRESENCES).describe('At his place, or at his screen'),
      inAt: momentOrNotYet.describe('When he came; null: not yet'),
    })
    .describe('His published shift that runs now, or in which he still is'),
  workOrders: z
    .array(
      z.object({
        id: idOut('work_order'),
        number: z.string().describe('What it goes by: 10427-2'),
        stage: z.string().describe('accepted, on_the_way or arrived'),
      }),
    )
    .describe('Work orders in his hand: accepted and not done'),
  orders: z
    .array(z.object({ id: idOut('dispatch_order'), what: z.string().describe('What he is to do') }))
    .describe('Orders given to him that have not ended'),
  can: canOut.describe('send'),
});
export type Hand = z.output<typeof handOut>;
export const handsOut = z.object({
  now: momentOut.describe('As of when'),
  items: z.array(handOut).describe('Everybody with a published shift now, the free ones first'),
  free: z.number().describe('How many of these are on duty and free'),
  can: canOut.describe('give'),
});
export type Hands = z.output<typeof handsOut>;

export const orderOut = z.object({
  id: idOut('dispatch_order'),
  to: personOut.describe('Who was sent'),
  department: departmentOut,
  givenBy: personOut.describe('Who gave the order'),
  givenAt: momentOut.describe('When it was given'),
  what: z.string().describe('What he is to do'),
  place: placeNameOut.nullable().describe('Where; null: `spot` says it'),
  spot: z.string().describe('Where, in words; empty: the place says it'),
  ticket: z
    .object({ id: idOut('ticket'), number: z.number().describe('The number people call it by') })
    .nullable()
    .describe('The emergency it belongs to; null: none'),
  standing: z.enum(STANDINGS).describe('How he stood as he was sent'),
  why: z.string().describe('Why he, though he was not free; empty: he was'),
  state: z.enum(DISPATCH_STATES).describe('Where it stands'),
  takeBy: momentOrNotYet.describe('By when he is to say that he has it; null: nothing is owed'),
  takenAt: momentOrNotYet.describe('When he said that he has it'),
  late: z.boolean().describe('Not taken in time'),
  dueAt: momentOrNotYet.describe('By when it is to be done; null: nothing was said'),
  doneAt: momentOrNotYet.describe('When it was done'),
  acts: z
    .array(
      z.object({
        act: z.enum(DISPATCH_ACTS).describe('taken; declined; done; recalled: by whoever sends there'),
        at: momentOut.describe('When it was'),
        said: z.string().describe('What was said with it: the outcome, or why'),
        by: personOut.describe('Who said so: he himself, or whoever sends there for him'),
        recordedAt: momentOut,
      }),
    )
    .describe('What was done with it, the first first'),
  can: canOut.describe('take, decline, finish, recall'),
});
export type OrderView = z.output<typeof orderOut>;
export const ordersOut = pageOf(orderOut);
