import { z } from 'zod';
import { id, line, moment } from '../platform/http/shapes.ts';
import { PAUSE_REASONS } from './agent-state.ts';
import { OUTCOMES } from './call.ts';
import { dialled, LINE_CHANNELS, telephoneSettings } from './system.ts';

const dialledNumber = z
  .string()
  .trim()
  .regex(/^\+?[0-9 ()-]{3,30}$/)
  .transform((text) => text.replace(/[^0-9+]/g, ''))
  .describe('Whom to call: digits, with + before a country');
const name = line.describe('What people call it');
const secret = z.string().min(1).max(200).describe('The manager’s secret there; kept sealed, and never told again');

const ariSecret = z
  .string()
  .min(1)
  .max(200)
  .describe('The secret of the user of ARI; kept sealed, and never told again; left out: the manager’s is its too');

export const addSystemInput = z.strictObject({
  id: id('telephone_system').describe("The client's own new id; the same id again adds nothing twice"),
  name,
  centreId: id('centre').optional().describe('Whose telephone it is; left out: the first centre’s'),
  settings: telephoneSettings.describe('How it is reached, and what its numbers are for'),
  secret,
  ariSecret: ariSecret.optional(),
});

export const changeSystemInput = z.strictObject({
  name: name.optional(),
  settings: telephoneSettings.optional().describe('All of it anew; left out: as it was'),
  secret: secret.optional(),
  ariSecret: ariSecret.optional().describe('Another secret of the user of ARI; left out: as it was'),
  on: z.boolean().optional().describe('false: its calls are followed no more; true: again'),
});

export const extensionInput = z.strictObject({
  phone: z
    .strictObject({
      systemId: id('telephone_system').describe('At which exchange'),
      number: dialled,
      endpoint: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9]+\/[A-Za-z0-9_.+-]{1,60}$/)
        .describe('What the exchange calls it: PJSIP/agent1'),
    })
    .nullable()
    .describe('His phone; null: none any more'),
});

export const transferInput = z
  .strictObject({
    id: id('phone_transfer').describe("Of one that the exchange told of: its id; else the client's own new one"),
    kind: z.enum(['blind', 'attended']).default('attended').describe('blind: put through; attended: announced first'),
    toId: id('person').optional().describe('To which colleague'),
    toNumber: dialled.optional().describe('Or to which number'),
    reason: line.describe('Why it was handed on'),
    at: moment.optional().describe('When, if written down later'),
    outcome: z
      .enum(['taken', 'returned', 'lost'])
      .describe('taken: he has it; returned: it came back; lost: nobody had it'),
  })
  .refine(({ toId, toNumber }) => toId !== undefined || toNumber !== undefined, { path: ['toId'], error: 'required' });

export const DROP_REASONS = ['reached_otherwise', 'wrong_number', 'not_wanted', 'not_reached'] as const;
export const dropCallBackInput = z.strictObject({
  reason: z.enum(DROP_REASONS).describe('Why nobody calls back; not_reached: tried, and he did not answer'),
});

/** What is asked of an exchange for one's own phone. */
export const actInput = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('dial').describe('My phone rings, then the number is dialled'),
    number: dialledNumber,
  }),
  z.strictObject({
    do: z.literal('pause').describe('I take no calls'),
    reason: z.enum(PAUSE_REASONS).exclude(['no_answer']).describe('Why not'),
  }),
  z.strictObject({ do: z.literal('ready').describe('I take calls') }),
  z.strictObject({
    do: z.literal('mute').describe('The recording is silent, for card numbers'),
    callId: id('phone_call'),
    on: z.boolean().describe('false: it records again'),
  }),
  z.strictObject({
    do: z.literal('transfer').describe('Hands my call on'),
    callId: id('phone_call'),
    kind: z.enum(['blind', 'attended']).describe('blind: put through; attended: I speak with him first'),
    to: dialled,
    reason: line.optional().describe('Why; left out: said later'),
  }),
  z.strictObject({
    do: z.literal('hold').describe('The caller hears music: my phone is asked to hold, as if I pressed its key'),
    callId: id('phone_call'),
    on: z.boolean().describe('false: we speak again'),
  }),
  z.strictObject({
    do: z.literal('join').describe('The colleague I spoke with first gets the call, and I leave it'),
    callId: id('phone_call'),
  }),
  z.strictObject({
    do: z.literal('back').describe('The colleague does not take it: I am back with the caller'),
    callId: id('phone_call'),
  }),
]);

export const callsQuery = {
  direction: z.enum(['in', 'out']).optional().describe('Only those that came in, or that we made'),
  outcome: z.enum(OUTCOMES).optional().describe('Only those that ended so'),
  channel: z.enum(LINE_CHANNELS).optional().describe('Only on this line'),
  open: z
    .enum(['call_back', 'write_up'])
    .optional()
    .describe('Only those that are owed a call back, or to be written down'),
  customerId: id('customer').optional().describe('Only with this customer'),
  by: id('person').optional().describe('Only those this person took'),
  from: moment.optional().describe('Begun at or after'),
  until: moment.optional().describe('Begun before'),
};
