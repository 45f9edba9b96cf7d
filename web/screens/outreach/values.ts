import { OUTREACH_PLACES } from '../../../src/outreach/outreach.ts';
import type { Words } from '../../../src/kernel/words.ts';
import { languages } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
import { quietSinceOf } from '../customers/customers.ts';
import type { NewOutreachSearch } from './new-search.ts';

export type Values = {
  name: string;
  customer: string;
  kind: string;
  relation: string;
  quiet: string;
  vip: boolean;
  subject: Words;
  text: Words;
  perHour: string;
  callerId: string | null;
};

const noWords: Words = { en: '', 'zh-hans': '', 'zh-hant': '' };

export function blank({ kind, relation, quiet, customer }: NewOutreachSearch): Values {
  return {
    name: '',
    customer: customer ?? '',
    kind: kind ?? '',
    relation: relation ?? '',
    quiet: quiet ?? '',
    vip: false,
    subject: noWords,
    text: noWords,
    perHour: '120',
    callerId: null,
  };
}

export const places = Object.fromEntries(OUTREACH_PLACES.map((one) => [one, `{${one}}`])) as Record<
  (typeof OUTREACH_PLACES)[number],
  string
>;

const isFull = (words: Words): boolean => languages.every((one) => words[one].trim() !== '');

export function problemsOf({ name, subject, text }: Values): Record<string, string | null> {
  return {
    name: name.trim() ? null : t('outreach.name_needed'),
    subject: isFull(subject) ? null : t('outreach.words_needed'),
    text: isFull(text) ? null : t('outreach.words_needed'),
  };
}

/** What is previewed: whom it goes to, and what is said. */
export function saidOf({ customer, kind, relation, quiet, vip, subject, text }: Values) {
  const filters = {
    ...(kind ? { kind } : {}),
    ...(relation ? { relation } : {}),
    ...(vip ? { vip } : {}),
    ...(quiet ? { quietSince: quietSinceOf(quiet) } : {}),
  };
  return { subject, text, ...(customer ? { filters: {}, customerIds: [customer] } : { filters }) };
}

export function startOf(values: Values) {
  const { name, perHour, callerId } = values;
  return { ...saidOf(values), name, perHour: Number(perHour), ...(callerId ? { callerId } : {}) };
}
