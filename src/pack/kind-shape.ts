import { z } from 'zod';
import { CHANNELS } from '../kernel/channels.ts';
import { limitShape } from '../commitment/rule.ts';
import { fieldShape } from './field-shape.ts';
import { FUNCTIONS, TYPES } from './functions.ts';
import { approvalShape } from './approval-shape.ts';
import { papersShape } from './papers-shape.ts';
import { receiptShape } from './receipt-shape.ts';
import { GUARDS } from './guard-names.ts';
import { key, wordsShape } from './shapes.ts';
import { visitRuleShape } from './visit-shape.ts';

export const STAGE_CLASSES = [
  'new',
  'active',
  'waiting_customer',
  'waiting_other',
  'resolved',
  'closed',
  'cancelled',
] as const;

/** The first stage of a kind is where its tickets begin. */
export const stageShape = z.strictObject({
  key,
  name: wordsShape,
  class: z.enum(STAGE_CLASSES).describe('What clocks and figures see'),
  next: z
    .array(key)
    .describe('Where one may go from here; every open stage has a way out. From a closed one: where reopening leads'),
  pause: key
    .optional()
    .describe('Entering it declares this pause, leaving it ends the pause: a waiting stage says what is waited for'),
});

const urgency = z
  .enum(['normal', 'urgent', 'emergency'])
  .describe('How pressing its tickets are unless said otherwise');

/**
 * The moments in a ticket's life that start or keep its commitments: the core's closed vocabulary. `accepted` is when the
 * accountable person takes it on, that is when it first leaves the class `new`; `dispatched` when the first work order is
 * issued, `arranged` when those it was sent to accept it; `approved` whenever one of its approvals is decided, either way.
 */
export const MOMENTS = [
  'opened',
  'accepted',
  'answered',
  'apologised',
  'investigated',
  'dispatched',
  'arranged',
  'resolved',
  'told',
  'closed',
  'major',
  'grave',
  'approved',
] as const;
export type Moment = (typeof MOMENTS)[number];

const commitmentRule = z.strictObject({
  kind: key,
  name: wordsShape.describe('What is owed, in the words of the clock strip'),
  from: z.enum(MOMENTS).describe('The moment that starts it'),
  keptBy: z
    .array(z.enum(MOMENTS))
    .min(1)
    .describe('The first of these to happen keeps it: what was solved at the desk need not be dispatched any more'),
  approval: key
    .optional()
    .describe('Where it begins with or is kept by `approved`: only of this approval; left out: of any of them'),
  limit: limitShape,
  when: z
    .array(
      z.strictObject({
        urgency: urgency.optional().describe('Only of tickets as pressing as this'),
        channel: z.enum(CHANNELS).optional().describe('Only of tickets that came this way'),
        limit: limitShape,
      }),
    )
    .optional()
    .describe('Another limit for what is urgent, or comes in on a line of its own; the first that fits counts'),
  orPromised: z
    .literal(true)
    .optional()
    .describe(
      'A date promised on opening stands instead of the allowance; calendar and ladder stay (WORK-04, ASGN-05)',
    ),
  onlyPromised: z
    .literal(true)
    .optional()
    .describe('Begins only where a date was promised; without one nothing is owed'),
  pausable: z
    .boolean()
    .describe('Whether a pause of the ticket holds this clock. A first answer waits for nobody; completion may'),
});

const workOrderLimits = {
  accept: limitShape.describe('To accept the order'),
  arrive: limitShape.describe('To be on the spot'),
  complete: limitShape.describe('To be done'),
};

/** The limits of a work order under this kind, and others for what is more urgent than the kind usually is. */
const workOrder = z.strictObject({
  ...workOrderLimits,
  when: z
    .array(z.strictObject({ urgency: urgency.describe('Of tickets as pressing as this'), ...workOrderLimits }))
    .optional()
    .describe('Other limits for what is more urgent than the kind usually is'),
});

const guard = z.enum(GUARDS);

export const kindShape = z.strictObject({
  key,
  name: wordsShape,
  about: wordsShape.describe('Shown to the front desk when it chooses'),
  type: z.enum(TYPES).describe('What figures and reports count it as'),
  function: z
    .enum(FUNCTIONS)
    .optional()
    .describe(
      'Which of the seven functions of a centre it is counted under (CHAN-23); left out: what its type usually is',
    ),
  digit: z
    .string()
    .regex(/^\d$/)
    .optional()
    .describe('Its key at the front desk, 1-9 and 0; left out for kinds nobody calls about'),
  icon: z.string().describe('Name of the picture the screens show for it'),
  public: z.boolean().optional().describe("Customers may send it in on the centre's page"),
  inside: z
    .literal(true)
    .optional()
    .describe('About a customer, not for him: it is not on his page, and nothing is written to him of it by itself'),
  urgency,
  department: key.describe('Key of the department it goes to when nobody says otherwise'),
  needsPlace: z.boolean().describe('Refused without a place'),
  needsCustomer: z.boolean().describe('Refused without a customer or a caller'),
  retired: z.literal(true).optional().describe('Nothing is opened under it any more; what is open finishes'),
  stages: z.array(stageShape).min(3).describe('Its course; tickets begin in the first'),
  fields: z.array(fieldShape).describe('What is asked for besides title and need'),
  offeredAnswer: wordsShape.optional().describe('A standard answer, offered to whoever answers'),
  steps: z
    .array(
      z.strictObject({
        key,
        name: wordsShape,
        doneBy: z.enum([...MOMENTS, 'visited']).describe('The moment that does it'),
      }),
    )
    .describe('What the customer sees of its course'),
  guards: z
    .strictObject({
      resolve: z.array(guard).describe('Before resolving'),
      close: z.array(guard).describe('Before closing'),
    })
    .describe('What must be true; each is refused with a code of its own'),
  commitments: z.array(commitmentRule).describe('What is promised, from which moment, within what limit'),
  approvals: z
    .array(approvalShape)
    .optional()
    .describe('Acts of a named role that stages wait for, one after the other; nothing is settled without them'),
  papers: papersShape.optional().describe('What has to be brought for it, and who looks at it; left out: nothing'),
  parts: z
    .literal(true)
    .optional()
    .describe('Its work orders are parts of one case under one number, and its customer sees how each stands'),
  receipts: receiptShape
    .optional()
    .describe('It is made known to households, each of which says that it knows; left out: it is no notice'),
  workOrder: workOrder.optional().describe('Limits of the work orders under it; left out: no hands are sent'),
  visits: z.array(visitRuleShape).describe('Whether and when somebody asks afterwards; none: nobody does'),
});

export type Urgency = z.infer<typeof urgency>;
export type StageClass = (typeof STAGE_CLASSES)[number];
