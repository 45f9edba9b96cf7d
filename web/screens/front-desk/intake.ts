import type { z } from 'zod';
import type { takenInOut } from '../../../src/contact/taken-in.ts';
import { newId } from '../../server/ids.ts';
import type { FieldValue } from '../../matter/field-inputs.tsx';
import type { Sending } from '../../matter/send-fields.tsx';
import type { WrittenPage } from '../../matter/pages-input.tsx';
import { nobodySent } from '../../matter/send-fields.tsx';
import type { Channel } from '../../../src/kernel/channels.ts';
import type { Purpose } from '../../matter/words.ts';
import { nowMs } from '../../ui/time.ts';

export type TakenIn = z.output<typeof takenInOut>;

/** A matter that a touch is about, so that it opens nothing new. */
export type Fed = { id: string; number: number; title: string };

/** Everything half typed at the front desk: kept with every letter, so that a reload or a change of desk loses nothing. */
export type Intake = {
  customer: { id: string; name: string; vip: boolean } | null;
  place: { id: string; code: string } | null;
  /** Somebody else than the one found is on the line. */
  otherCaller: boolean;
  callerName: string;
  callerPhone: string;
  channel: Channel;
  written: boolean;
  /** The call that an exchange told of, and that this writes down. */
  callId: string | null;
  /** The visitor in the queue whom this is taken down of. */
  arrivalId: string | null;
  /** The pages of what was brought in writing. */
  pages: WrittenPage[];
  /** By hand: after how many rings it was answered (CHAN-15). */
  rings: number | null;
  /** A kind's key, `contact` where nothing is opened, or nothing chosen yet. */
  kind: string | null;
  title: string;
  need: string;
  urgency: string | null;
  severity: string | null;
  fields: Record<string, FieldValue>;
  sends: boolean;
  sending: Sending;
  promises: boolean;
  promiseWords: string;
  promiseAt: string | null;
  answers: boolean;
  answer: string;
  ownerId: string | null;
  dueAt: string | null;
  incident: Fed | null;
  purpose: Purpose | null;
  outcome: string;
  feeds: Fed[];
  /** Made when the form is begun: the same matter sent twice, even after a reload, is opened once. */
  ids: { contact: string; ticket: string; workOrder: string; promise: string } | null;
};

export const nothingYet: Intake = {
  customer: null,
  place: null,
  otherCaller: false,
  callerName: '',
  callerPhone: '',
  channel: 'phone',
  written: false,
  callId: null,
  arrivalId: null,
  pages: [],
  rings: null,
  kind: null,
  title: '',
  need: '',
  urgency: null,
  severity: null,
  fields: {},
  sends: false,
  sending: nobodySent,
  promises: false,
  promiseWords: '',
  promiseAt: null,
  answers: false,
  answer: '',
  ownerId: null,
  dueAt: null,
  incident: null,
  purpose: null,
  outcome: '',
  feeds: [],
  ids: null,
};

export const opensNothing = 'contact';

export function freshIds(): NonNullable<Intake['ids']> {
  const one = () => newId<'intake'>(nowMs()) as string;
  return { contact: one(), ticket: one(), workOrder: one(), promise: one() };
}
