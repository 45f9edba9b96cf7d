import { z } from 'zod';
import type { OnVersion } from '../platform/http/shapes.ts';
import { dayIn, id, line, moment, pageQuery, text, versionRequired } from '../platform/http/shapes.ts';
import { CHECK_INTERVALS, CHECK_STATES, FAULT_STATES, FOLLOW_UP_VERDICTS, POINT_VERDICTS } from './contractor.ts';
import { MOST_CONTRACTOR_SERVICES, MOST_POINTS } from './service.ts';

const short = (words: string) => z.string().trim().max(200).default('').describe(words);
const long = (words: string) => z.string().trim().max(2_000).default('').describe(words);
const service = z.string().max(60);

const kept = {
  name: line.describe('What the firm is called'),
  services: z.array(service).min(1).max(MOST_CONTRACTOR_SERVICES).describe('Keys of the services that it does here'),
  contact: short('Whom one speaks with there'),
  phone: short('His telephone'),
  agreement: short('Number of the agreement'),
  agreedUntil: dayIn.nullable().default(null).describe('Last day of the agreement; null: none was agreed'),
  about: long('What is worth knowing of it'),
  personId: id('person').describe('Who of ours looks after it and owes its checks; one who may check it'),
  every: z.enum(CHECK_INTERVALS).nullable().default(null).describe('How often to check; null: as each service says'),
};

export const contractorInput = z.strictObject({
  id: id('contractor').optional().describe("The client's own new id; the same id again keeps nothing twice"),
  ...kept,
});
export type NewContractor = z.output<typeof contractorInput>;

export const changeContractorInput = z.strictObject({
  seen: versionRequired,
  ...kept,
  ended: z.boolean().default(false).describe('true: it does nothing here any more; kept for what refers to it'),
});
export type ChangeContractor = OnVersion<z.output<typeof changeContractorInput>, 'seen'>;

export const checkInput = z.strictObject({
  id: id('contractor_check').optional().describe("The client's own new id; the same id again records nothing twice"),
  service: service.describe('Key of the service that was checked'),
  happenedAt: moment.optional().describe('When it was, if entered later; never in the future'),
  points: z
    .array(
      z.strictObject({
        key: service.describe('Key of the point'),
        verdict: z.enum(POINT_VERDICTS).describe('pass: in order; fail: not conform'),
        notConform: long('What is not conform; needed where it fails'),
        improvement: long('What improvement is asked; needed where it fails'),
        dueAt: moment.optional().describe('By when it is to be mended; needed where it fails, later than now'),
      }),
    )
    .max(MOST_POINTS)
    .describe('A verdict for each point of the service'),
  remark: long('What else is to be said of the check'),
});
export type RecordCheck = z.output<typeof checkInput>;

export const followUpInput = z.strictObject({
  verdict: z.enum(FOLLOW_UP_VERDICTS).describe('mended: it is conform now; not_mended: another day is set'),
  result: text.describe('What was found when somebody looked again'),
  dueAt: moment.optional().describe('By when it is to be mended now; needed where it is not, later than now'),
  happenedAt: moment.optional().describe('When somebody looked, if entered later; never in the future'),
});
export type FollowUp = z.output<typeof followUpInput>;

const span = {
  from: moment.optional().describe('At or after'),
  until: moment.optional().describe('Before'),
};
const of = {
  contractor: id('contractor').optional().describe('Only of this contractor'),
  service: service.optional().describe('Only of this service'),
};

export const contractorsQuery = z.strictObject({
  ...pageQuery,
  service: service.optional().describe('Only those that do this service'),
  person: id('person').optional().describe('Only those this person looks after'),
  text: z.string().trim().max(100).optional().describe('Only those in whose name or contact this stands'),
  ended: z.stringbool().default(false).describe('true: only those that do nothing here any more'),
});
export type ContractorsQuery = z.output<typeof contractorsQuery>;

export const checksQuery = z.strictObject({
  ...pageQuery,
  ...of,
  verdict: z.enum(POINT_VERDICTS).optional().describe('Only those with this verdict'),
  by: id('person').optional().describe('Only those this person made'),
  ...span,
});
export type ChecksQuery = z.output<typeof checksQuery>;

export const contractorDuesQuery = z.strictObject({
  ...pageQuery,
  ...of,
  state: z.enum(CHECK_STATES).optional().describe('Only periods that stand so'),
  over: z.stringbool().default(false).describe('true: only periods that are over, as the figures count them'),
  from: moment.optional().describe('Periods that end at or after'),
  until: moment.optional().describe('Periods that end before'),
});
export type ContractorDuesQuery = z.output<typeof contractorDuesQuery>;

export const faultsQuery = z.strictObject({
  ...pageQuery,
  ...of,
  state: z.enum(FAULT_STATES).optional().describe('Only those that stand so'),
  from: moment.optional().describe('Asked at or after'),
  until: moment.optional().describe('Asked before'),
});
export type FaultsQuery = z.output<typeof faultsQuery>;

export const contractorFiguresQuery = z.strictObject({
  from: moment.describe('First moment of the period'),
  until: moment.describe('First moment after the period'),
  service: service.optional().describe('Only of this service'),
});
export type ContractorFiguresQuery = z.output<typeof contractorFiguresQuery>;
