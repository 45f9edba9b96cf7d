import { useState } from 'react';
import { ApiError, api } from '../../server/api.ts';
import type { Desk, Kind } from '../../matter/kinds.ts';
import { useDesk } from '../../matter/kinds.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { nowMs, ms } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Candidate } from './candidates.ts';
import { strangerOf } from './candidates.ts';
import { asksItself, contactBody, intakeBody } from './intake-body.ts';
import type { Fed, Intake, TakenIn } from './intake.ts';
import { freshIds, nothingYet, opensNothing } from './intake.ts';
import type { CallLine } from '../telephone/calls-data.ts';
import type { About } from '../../server/queries.ts';

export type Canned = Desk['canned'][number];

/** What came of it: a matter with all that was promised, a touch that opened nothing, or a matter made of messages. */
export type Outcome = { taken: TakenIn; values: Intake } | { recorded: Fed[] } | { opened: string };

/** Where something is taken in: what is half typed is kept under `subject`, begins with `initial`, and goes out by `send`. */
type IntakeAt = {
  subject: string;
  initial: Intake;
  send: (values: Intake, kind: Kind | undefined, options: { key: string }) => Promise<Outcome>;
  /** What is read anew once it is taken in. */
  changes: About;
};

const atTheDesk: IntakeAt = {
  subject: 'front-desk/intake',
  initial: nothingYet,
  send: sendIntake,
  changes: ['ticket', 'work_order', 'contact', 'commitment'],
};

export type IntakeForm = {
  draft: DraftForm<Intake>;
  values: Intake;
  desk: Desk;
  kind: Kind | null;
  /** Somebody chose here: what he chose may take the cursor. A draft that is put back leaves it where it is. */
  takesCursor: boolean;
  change: (change: Partial<Intake>) => void;
  errorOf: (field: string) => React.ReactNode;
  take: (candidate: Candidate) => void;
  choose: (kind: string) => void;
  /** Fills in a request that comes often; all of it may be changed before saving. */
  fill: (canned: Canned) => void;
  feed: (matter: Fed) => void;
  /** Somebody is on the line: who he is, and which call this writes down. */
  answer: (call: CallLine) => void;
};

/** The form of one intake, and what can be done to it. */
export function useIntake(done: (outcome: Outcome) => void, at = atTheDesk): IntakeForm {
  const desk = useDesk();
  const draft = useDraftForm<Intake, Outcome>({
    subject: at.subject,
    initial: at.initial,
    check: (values) => check(values),
    send: (values, options) => send(at, values, desk, options),
    changes: () => at.changes,
    done,
  });
  const { form } = draft;
  const values = form.values;
  const [takesCursor, setTakesCursor] = useState(false);
  const change = (next: Partial<Intake>) => {
    setTakesCursor(true);
    form.setValues(next);
    for (const field of Object.keys(next)) form.clearFieldError(field);
  };
  const kind = desk.items.find((one) => one.key === values.kind) ?? null;
  return {
    draft,
    values,
    desk,
    kind,
    takesCursor,
    change,
    errorOf: (field) => form.errors[field],
    take: (candidate) => change(taken(candidate)),
    choose: (key) => change(chosen(values, desk, key)),
    fill: (canned) => change(filledIn({ ...values, ...chosen(values, desk, canned.kind) }, desk, canned)),
    answer: (call) => change(answered(call)),
    feed: (matter) => change({ ...begun(values), kind: opensNothing, feeds: withMatter(values.feeds, matter) }),
  };
}

function answered({ id, customer, number, channel }: CallLine): Partial<Intake> {
  return {
    callId: id,
    rings: null,
    channel,
    customer: customer ? { ...customer, vip: false } : null,
    ...(customer || !number ? {} : { callerPhone: number }),
  };
}

const begun = (values: Intake) => ({ ids: values.ids ?? freshIds() });

function withMatter(feeds: readonly Fed[], matter: Fed): Fed[] {
  return feeds.some((one) => one.id === matter.id) ? [...feeds] : [...feeds, matter];
}

function taken({ means }: Candidate): Partial<Intake> {
  if ('person' in means) {
    const { customerId: id, name, vip, place } = means.person;
    return { customer: { id, name, vip }, ...(place ? { place: { id: place.id, code: place.code } } : {}) };
  }
  if ('place' in means) return { place: { id: means.place.placeId, code: means.place.code }, customer: null };
  if ('ticket' in means) {
    const { ticketId: id, number, title } = means.ticket;
    return { ids: freshIds(), kind: opensNothing, purpose: 'follow_up', feeds: [{ id, number, title }] };
  }
  return { customer: null, ...strangerOf(means.stranger) };
}

const handsOn = new Set(['repair', 'help']);

/** Another kind keeps everything typed; where this kind is usually worked on by hands, somebody is sent unless it is unticked. */
function chosen(values: Intake, desk: Desk, key: string): Partial<Intake> {
  const kind = desk.items.find((one) => one.key === key);
  if (!kind) return { ...begun(values), kind: key };
  const departmentId = kind.departmentId === '' ? null : kind.departmentId;
  const asks = asksItself(kind);
  return {
    ...begun(values),
    kind: key,
    urgency: kind.urgency,
    severity: kind.type === 'complaint' ? (values.severity ?? 'ordinary') : values.severity,
    sends: kind.sendsWork && handsOn.has(kind.type),
    sending: { ...values.sending, departmentId, personId: null },
    ...(asks && values.need && !values.fields[asks] ? { fields: { ...values.fields, [asks]: values.need } } : {}),
  };
}

/** The kind with what is the same each time; who calls, where, and how stay as they are. */
function filledIn(values: Intake, desk: Desk, canned: Canned): Partial<Intake> {
  const department = desk.departments.find((one) => one.key === canned.department);
  const own = desk.items.find((one) => one.key === canned.kind);
  const asks = own ? asksItself(own) : null;
  const need = canned.need ? said(canned.need) : '';
  return {
    ...values,
    title: said(canned.title),
    need: need || values.need,
    fields: { ...values.fields, ...(asks ? { [asks]: said(canned.title) } : {}), ...canned.fields },
    ...(canned.urgency ? { urgency: canned.urgency } : {}),
    sending: { ...values.sending, ...(department ? { departmentId: department.id } : {}) },
  };
}

function check(values: Intake): Record<string, string | null> {
  const { sending } = values;
  const half = values.sends && (sending.fromAt === null) !== (sending.untilAt === null);
  const backwards = sending.fromAt && sending.untilAt && ms(sending.untilAt) <= ms(sending.fromAt);
  return {
    promiseAt: values.promises && !values.promiseAt ? t('front_desk.when_missing') : promiseProblem(values),
    promiseWords: values.promises && !values.promiseWords.trim() ? t('front_desk.words_missing') : null,
    answer: values.answers && !values.answer.trim() ? t('front_desk.answer_missing') : null,
    appointment: half || (values.sends && backwards) ? t('front_desk.window_half') : null,
    purpose:
      values.kind === opensNothing && !values.purpose && values.feeds.length === 0
        ? t('front_desk.purpose_missing')
        : null,
  };
}

function promiseProblem({ promises, promiseAt }: Intake): string | null {
  return promises && promiseAt && ms(promiseAt) <= nowMs() ? t('front_desk.when_past') : null;
}

async function sendIntake(values: Intake, kind: Kind | undefined, options: { key: string }): Promise<Outcome> {
  if (kind) return { taken: await api.post<TakenIn>('intake', intakeBody(values, kind), options), values };
  await api.post('contacts', contactBody(values), options);
  return { recorded: values.feeds };
}

async function send(at: IntakeAt, values: Intake, desk: Desk, options: { key: string }): Promise<Outcome> {
  const kind = desk.items.find((one) => one.key === values.kind);
  try {
    return await at.send(values, kind, options);
  } catch (problem) {
    throw problem instanceof ApiError ? asFields(problem) : problem;
  }
}

/** The server names a field by where it stands in what was sent; here each stands under its own name. */
function asFields(problem: ApiError): ApiError {
  const own = (path: string) =>
    path.replace(/^(ticket|contact|workOrder|promise)\./, '').replace(/^dueAt$/, 'promiseAt');
  const fields = Object.fromEntries(Object.entries(problem.fields).map(([path, code]) => [own(path), code]));
  return new ApiError(problem.status, { code: problem.code, params: problem.params, fields });
}
