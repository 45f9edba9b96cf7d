import * as calls from './calls.ts';
import { ageing } from './ageing.ts';
import { chatReply } from './chat-reply.ts';
import { chatReplyTime } from './chat-reply-time.ts';
import { closed } from './closed.ts';
import { complaints } from './complaints.ts';
import { completionTime } from './completion-time.ts';
import { completion } from './completion.ts';
import { contacts } from './contacts.ts';
import { firstAnswerTime } from './first-answer-time.ts';
import { firstAnswer } from './first-answer.ts';
import { firstReplyTime } from './first-reply-time.ts';
import { kept } from './kept.ts';
import { late } from './late.ts';
import type { Measure } from './measure.ts';
import { occupancy } from './occupancy.ts';
import { open } from './open.ts';
import { opened } from './opened.ts';
import { reopened } from './reopened.ts';
import { satisfaction } from './satisfaction.ts';
import { satisfied } from './satisfied.ts';
import * as visitors from './visitors.ts';
import { visits } from './visits.ts';

/** Every figure there is, in the order in which screens and papers list them: what came in, how it went, how it was liked. */
export const MEASURES: readonly Measure[] = [
  contacts,
  opened,
  complaints,
  closed,
  open,
  late,
  ageing,
  kept,
  firstAnswer,
  firstAnswerTime,
  firstReplyTime,
  chatReply,
  chatReplyTime,
  completion,
  completionTime,
  reopened,
  visits,
  satisfaction,
  satisfied,
  visitors.waitingTime,
  visitors.receivedInTime,
  calls.answeredInTime,
  calls.serviceLevel,
  calls.answerSpeed,
  calls.abandonment,
  calls.handleTime,
  occupancy,
  calls.firstContact,
];

export const MEASURE_KEYS = MEASURES.map(({ key }) => key);

const byKey = new Map(MEASURES.map((measure) => [measure.key, measure]));

export function measureOf(key: string): Measure | undefined {
  return byKey.get(key);
}
