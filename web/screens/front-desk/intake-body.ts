import type { z } from 'zod';
import type { contactInput, intakeInput } from '../../../src/contact/inputs.ts';
import { askedOf, filled } from '../../matter/field-inputs.tsx';
import { fieldWords } from '../../matter/field-words.ts';
import type { Kind } from '../../matter/kinds.ts';
import { windowOf } from '../../matter/slots.ts';
import { purposeOf } from '../../matter/words.ts';
import { said } from '../../words/words.ts';
import type { Intake } from './intake.ts';
import { freshIds } from './intake.ts';

type IntakeBody = z.input<typeof intakeInput>;
type ContactBody = z.input<typeof contactInput>;

/** What somebody is sent to do, where nobody wrote a task. */
export function usualTask(values: Intake, kind: Kind): string {
  return [titleOf(values, kind), values.place?.code].filter(Boolean).join(' · ');
}

/** The kind whose own question is what the caller wants needs no second field for it. */
export function asksItself(kind: Kind): string | null {
  const asks = (one: Kind['fields'][number]) =>
    one.type === 'long_text' && one.at === 'intake' && one.requiredFor === 'open';
  return kind.fields.find(asks)?.key ?? null;
}

const longestTitle = 60;

/** One line for lists: as typed, else how the caller put it, else what kind of trouble it is. */
export function titleOf(values: Intake, kind: Kind): string {
  if (values.title.trim()) return values.title.trim();
  const own = asksItself(kind);
  const told = (own ? String(values.fields[own] ?? '') : values.need).trim().split(/[\n。.!?！？]/)[0] ?? '';
  if (told) return told.length > longestTitle ? `${told.slice(0, longestTitle - 1)}…` : told;
  const choice = kind.fields.find((one) => one.type === 'choice' && values.fields[one.key]);
  const detail = choice ? fieldWords(choice, values.fields[choice.key] ?? null) : '';
  return [said(kind.name), detail].filter(Boolean).join(' · ');
}

/** Who calls: the one found, unless somebody else speaks for him. */
function caller(values: Intake) {
  const named = values.customer === null || values.otherCaller;
  return {
    ...(values.customer ? { customerId: values.customer.id } : {}),
    ...(named && values.callerName.trim() ? { callerName: values.callerName.trim() } : {}),
    ...(named && values.callerPhone.trim() ? { callerPhone: values.callerPhone.trim() } : {}),
    ...(values.place ? { placeId: values.place.id } : {}),
  };
}

/** Where it rang. */
export const onThePhone = new Set(['phone', 'complaint_line', 'emergency_line']);

/** Which call it was, or after how many rings it was answered. */
function callOf({ channel, callId, rings }: Intake) {
  if (callId) return { callId };
  return rings !== null && onThePhone.has(channel) ? { rings } : {};
}

/** By whom in the queue, and what in writing, page by page. */
function broughtBy({ arrivalId, channel, written, pages }: Intake) {
  return {
    ...(arrivalId ? { arrivalId } : {}),
    ...(pages.length > 0 && isWritten({ channel, written }) ? { pageIds: pages.map(({ id }) => id) } : {}),
  };
}

/** In person it may be in writing. */
export const inPerson = new Set(['counter', 'visit']);

/** In person something may be handed over in writing; by letter it always is. */
export function isWritten({ channel, written }: Pick<Intake, 'channel' | 'written'>): boolean {
  return channel === 'letter' || (written && inPerson.has(channel));
}

/** `POST /api/intake` */
export function intakeBody(values: Intake, kind: Kind): IntakeBody {
  const ids = values.ids ?? freshIds();
  const fields = kind.fields.filter((one) => one.at === 'intake');
  const given = Object.fromEntries(fields.map((one) => [one.key, values.fields[one.key] ?? null]));
  const own = asksItself(kind);
  const need = own ? String(values.fields[own] ?? '') : values.need;
  return {
    contact: {
      id: ids.contact,
      channel: values.channel,
      written: values.written,
      purpose: purposeOf(kind.type),
      need: need.trim(),
      ...caller(values),
      ...callOf(values),
      ...broughtBy(values),
    },
    ticket: {
      id: ids.ticket,
      kind: kind.key,
      title: titleOf(values, kind),
      fields: filled(askedOf(kind.fields, given)),
      ...(values.urgency ? { urgency: values.urgency as 'normal' } : {}),
      ...(kind.type === 'complaint' && values.severity ? { severity: values.severity as 'ordinary' } : {}),
      ...(values.ownerId ? { ownerId: values.ownerId } : {}),
      ...(kind.type === 'task' && values.dueAt ? { dueAt: values.dueAt } : {}),
      ...(values.incident ? { incidentId: values.incident.id } : {}),
    },
    ...(values.sends ? { workOrder: orderOf(values, kind, ids.workOrder) } : {}),
    ...(values.promises && values.promiseAt
      ? { promise: { id: ids.promise, dueAt: values.promiseAt, words: values.promiseWords.trim() } }
      : {}),
    ...(values.answers && values.answer.trim() ? { answer: values.answer.trim() } : {}),
  };
}

function orderOf({ sending, ...values }: Intake, kind: Kind, id: string): NonNullable<IntakeBody['workOrder']> {
  const { departmentId, personId, task } = sending;
  const appointment = windowOf(sending);
  return {
    id,
    task: task.trim() || usualTask({ sending, ...values }, kind),
    ...(departmentId ? { departmentId } : {}),
    ...(personId ? { personId } : {}),
    ...(appointment ? { appointment } : {}),
  };
}

/** `POST /api/contacts`: a touch that opens nothing new. */
export function contactBody(values: Intake): ContactBody {
  return {
    id: (values.ids ?? freshIds()).contact,
    direction: 'in',
    channel: values.channel,
    written: values.written,
    purpose: values.purpose ?? (values.feeds.length > 0 ? 'follow_up' : 'visit'),
    need: values.need.trim(),
    outcome: values.outcome.trim(),
    ticketIds: values.feeds.map((one) => one.id),
    ...caller(values),
    ...callOf(values),
    ...broughtBy(values),
  };
}
