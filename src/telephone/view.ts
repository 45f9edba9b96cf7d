import { z } from 'zod';
import { personOut } from '../organisation/shapes.ts';
import { idOut, momentOrNotYet, momentOut, pageOf, wordsOut } from '../platform/http/shapes.ts';
import { customerNameOut } from '../ticket/shapes.ts';
import { PAUSE_REASONS } from './agent-state.ts';
import { ORDERS } from './order.ts';
import { OFFER_OUTCOMES, OUTCOMES } from './call.ts';
import { LINE_CHANNELS, telephoneSettings } from './system.ts';

const outcome = z
  .enum(OUTCOMES)
  .nullable()
  .describe(
    'answered; abandoned: he hung up; timed_out: put out after waiting; rejected: busy or turned away; failed: it never came about; null: it goes on',
  );

export const callOut = z.object({
  id: idOut('phone_call'),
  direction: z.enum(['in', 'out']).describe('in: somebody called; out: we did'),
  channel: z.enum(LINE_CHANNELS).describe('Which line: the usual number, complaints, or emergencies'),
  number: z
    .string()
    .nullable()
    .describe('Whom we speak with, masked unless the caller may see it whole; null: withheld'),
  customer: customerNameOut.nullable().describe('Whose number it is; null: nobody on file, or several'),
  queue: z.string().nullable().describe('Queue in which he waited; null: none'),
  byHand: z.boolean().describe('Registered by hand: no exchange told of it'),
  beganAt: momentOut.describe('When it came'),
  rangAt: momentOrNotYet.describe('When the first phone rang'),
  answeredAt: momentOrNotYet.describe('When somebody took it'),
  answeredBy: personOut.nullable().describe('Who took it; null: nobody, or a phone that is nobody’s'),
  rings: z.number().int().nullable().describe('After how many rings (CHAN-15); null: not answered, or not known'),
  endedAt: momentOrNotYet.describe('When it ended'),
  endedBy: z.enum(['caller', 'agent', 'system']).nullable().describe('Who hung up; null: it goes on, or not known'),
  outcome,
  unseen: z.boolean().describe('Nobody told its end: it was gone after a break of the line'),
  heldSince: momentOut.nullable().describe('On hold since then; null: it is not'),
  heldSeconds: z.number().int().describe('How long he was on hold'),
  recording: z.string().nullable().describe('Where the exchange keeps the recording; null: none'),
  playable: z.boolean().describe('Its recording is here, and the caller of this may listen to it'),
  recordingFault: z
    .string()
    .nullable()
    .describe(
      'Why the recording has not come from the exchange; unknown: not among those it keeps; null: nothing is wrong',
    ),
  mutedSince: momentOut.nullable().describe('Its recording is silent since then; null: it is not'),
  mutedSeconds: z.number().int().describe('How long the recording was silent, for card numbers'),
  offers: z
    .array(
      z.object({
        person: personOut.nullable().describe('Whose phone rang; null: nobody’s'),
        number: z.string().nullable().describe('What colleagues dial to reach that phone'),
        at: momentOut.describe('When it began to ring'),
        seconds: z.number().int().nullable().describe('How long it rang; null: it rings'),
        outcome: z
          .enum(OFFER_OUTCOMES)
          .nullable()
          .describe(
            'answered, busy, no_answer, rejected, cancelled (he hung up, or another took it), unreachable; null: it rings',
          ),
      }),
    )
    .describe('Whose phones rang for it, in order'),
  transfers: z
    .array(
      z.object({
        id: idOut('phone_transfer'),
        kind: z.enum(['blind', 'attended']).describe('blind: put through; attended: announced first'),
        from: personOut.nullable().describe('Who handed it on'),
        to: personOut.nullable().describe('To whom; null: to a number that is no colleague’s'),
        toNumber: z.string().nullable().describe('To which number'),
        reason: z.string().nullable().describe('Why; null: nobody has said'),
        at: momentOut.describe('When it was handed on'),
        outcome: z
          .enum(['taken', 'returned', 'lost'])
          .nullable()
          .describe('taken: he had it; returned: it came back; lost: nobody had it; null: it rings there'),
      }),
    )
    .describe('To whom it was handed on (CHAN-14)'),
  contactId: idOut('contact').nullable().describe('Where what it was about is written down; null: nowhere yet'),
  callBackDue: momentOut.nullable().describe('By when he is owed a call back; null: he is not'),
  writeUpDue: momentOut.nullable().describe('By when it must be written down; null: it need not, or is'),
});
export const callsOut = pageOf(callOut);

export const stateOut = z
  .object({
    state: z.enum(['ready', 'paused']).describe('ready: takes calls; paused: does not'),
    reason: z.enum(PAUSE_REASONS).nullable().describe('Why not; null: he does'),
    since: momentOut.describe('When this began'),
  })
  .nullable()
  .describe('null: not at the telephone');

export const mineOut = z.object({
  phone: z
    .object({ number: z.string().describe('What colleagues dial') })
    .nullable()
    .describe('My phone at an exchange; null: I have none'),
  state: stateOut,
  greeting: wordsOut.nullable().describe('What is said on answering (PHR-01); null: the house has no such phrase'),
  calls: z
    .array(
      callOut.extend({
        phase: z.enum(['ringing', 'talking', 'to_write']).describe('Where it stands with me'),
        asking: z
          .object({
            number: z.string().describe('Which phone'),
            person: personOut.nullable().describe('Whose that is'),
          })
          .nullable()
          .describe('Whom I speak with before I hand it on; null: nobody'),
      }),
    )
    .describe('What rings at my phone, whom I speak with, and what I have to write down'),
  refused: z
    .object({
      at: momentOut.describe('When I asked'),
      do: z.enum(ORDERS).describe('What I asked the exchange for'),
      said: z.string().nullable().describe('Why it does not, in its own words; null: it could not be reached in time'),
    })
    .nullable()
    .describe('What the exchange would not do for me just now; null: nothing'),
});

export const systemsOut = z.object({
  items: z
    .array(
      z.object({
        id: idOut('telephone_system'),
        name: z.string().describe('What people call it'),
        settings: telephoneSettings.describe('How it is reached; secrets are never told'),
        ownAriSecret: z.boolean().describe('The user of ARI has a secret of his own; false: the manager’s'),
        offAt: momentOrNotYet.describe('When it was switched off; null: it is on'),
        connectedAt: momentOut.nullable().describe('Since when it is heard; null: it is not'),
        failingSince: momentOut.nullable().describe('Since when it cannot be heard; null: it can'),
        fault: z.string().nullable().describe('Why not, in its own words'),
      }),
    )
    .describe('All that are in use, the first made first'),
  phones: z
    .array(
      z.object({
        person: personOut,
        systemId: idOut('telephone_system'),
        number: z.string().describe('What colleagues dial'),
        endpoint: z.string().describe('What the exchange calls it'),
      }),
    )
    .describe('Whose phone is whose'),
});

const triedOut = z.object({
  ok: z.boolean().describe('true: it let us in'),
  said: z.string().describe('What the exchange, or the network, said'),
});

export const triedSystemOut = z.object({
  ami: triedOut.describe('Its manager interface, by which calls are followed'),
  ari: triedOut.nullable().describe('Its REST interface, from which recordings come; null: none is set up'),
});
