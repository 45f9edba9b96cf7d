import type { Condition, EnteredAct } from '../../../src/custody/custody.ts';
import { MOVES } from '../../../src/custody/custody.ts';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { t } from '../../words/words.ts';
import type { Kinds } from './custody-words.ts';

export type HolderKind = 'person' | 'customer' | 'outside';
export type Values = {
  toKind: HolderKind;
  person: string | null;
  /** His name, for the slip. */
  personName: string;
  customer: Picked | null;
  name: string;
  purpose: string;
  dueBack: string | null;
  validUntil: string;
  ticket: Picked | null;
  condition: Condition | null;
  whatHappened: string;
  cause: string;
  measures: string;
  remark: string;
};

/** Passes go to customers, and what is drawn mostly to colleagues. */
export function blank(act: EnteredAct, customer: { id: string; name: string } | null): Values {
  const outward = act === 'issued' || act === 'handed_out';
  return {
    toKind: outward ? 'customer' : 'person',
    person: null,
    personName: '',
    customer: outward && customer ? { id: customer.id, label: customer.name } : null,
    name: '',
    purpose: '',
    dueBack: null,
    validUntil: '',
    ticket: null,
    condition: act === 'returned' ? 'good' : null,
    whatHappened: '',
    cause: '',
    measures: '',
    remark: '',
  };
}

/** What broke or is lost is reported at once. */
export function isReport(act: EnteredAct, { condition }: Values): boolean {
  return act === 'damaged' || act === 'lost' || (act === 'returned' && condition === 'damaged');
}

const isMissing = (text: string): boolean => text.trim() === '';

type Kind = Kinds['items'][number];
type Problems = Partial<Record<string, string | null>>;

export function problemsOf(act: EnteredAct, values: Values, kind: Kind | undefined): Problems {
  const { condition, whatHappened, remark } = values;
  return {
    ...problemsOfGiving(act, values),
    ...problemsOfIssue(act, values, kind),
    condition: act === 'returned' && !condition ? t('custody.condition_needed') : null,
    whatHappened: isReport(act, values) && isMissing(whatHappened) ? t('custody.what_happened_needed') : null,
    remark: act === 'written_off' && isMissing(remark) ? t('custody.why_needed') : null,
  };
}

/** Who gets it, and what for. */
function problemsOfGiving(act: EnteredAct, values: Values): Problems {
  if (MOVES[act].holder !== 'given') return {};
  const nobody = receiverOf(values) === null ? t('custody.to_needed') : null;
  const { toKind, purpose } = values;
  return {
    person: toKind === 'person' ? nobody : null,
    customer: toKind === 'customer' ? nobody : null,
    name: toKind === 'outside' ? nobody : null,
    purpose: act !== 'issued' && isMissing(purpose) ? t('custody.purpose_needed') : null,
  };
}

/** Until when a pass is valid, and on which application it is issued. */
function problemsOfIssue(act: EnteredAct, { validUntil, ticket }: Values, kind: Kind | undefined): Problems {
  const issues = act === 'issued';
  const dated = act === 'renewed' || (issues && kind?.needs.includes('valid_until'));
  return {
    validUntil: dated && !validUntil ? t('custody.valid_until_needed') : null,
    ticketId: issues && kind?.application && !ticket ? t('custody.application_needed') : null,
  };
}

function receiverOf({ toKind, person, customer, name }: Values) {
  if (toKind === 'person') return person && { kind: toKind, id: person };
  if (toKind === 'customer') return customer && { kind: toKind, id: customer.id };
  return isMissing(name) ? null : { kind: toKind, name: name.trim() };
}

export function receiverName({ toKind, personName, customer, name }: Values): string {
  if (toKind === 'person') return personName;
  return toKind === 'customer' ? (customer?.label ?? '') : name;
}

export function bodyOf(act: EnteredAct, values: Values) {
  const { purpose, dueBack, validUntil, ticket, condition, whatHappened, cause, measures, remark } = values;
  const to = MOVES[act].holder === 'given' ? receiverOf(values) : null;
  const report = isReport(act, values) ? { whatHappened, cause, measures } : {};
  return {
    act,
    purpose,
    remark,
    ...report,
    ...(to ? { to } : {}),
    ...(dueBack ? { dueBack } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(ticket ? { ticketId: ticket.id } : {}),
    ...(act === 'returned' && condition ? { condition } : {}),
  };
}
