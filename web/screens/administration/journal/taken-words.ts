import { absolute } from '../../../ui/time.ts';
import type { PlainKey } from '../../../words/words.ts';
import { said, t } from '../../../words/words.ts';

const formats: Readonly<Record<string, PlainKey>> = {
  ics: 'taken.format_ics',
  webhook: 'taken.format_webhook',
  backup: 'taken.format_backup',
};

/** As which it left; a format of files is called the same everywhere. */
export function formatWords(format: string): string {
  const key = formats[format];
  return key ? t(key) : format.toUpperCase();
}

const filters: Readonly<Record<string, PlainKey>> = {
  department: 'taken.by_department',
  kind: 'taken.by_kind',
  type: 'taken.by_type',
  channel: 'taken.by_channel',
  customer: 'taken.by_customer',
  customerId: 'taken.by_customer',
  place: 'taken.by_place',
  person: 'taken.by_person',
  owner: 'taken.by_owner',
  by: 'taken.by_person',
  from: 'taken.by_from',
  until: 'taken.by_until',
  state: 'taken.by_state',
  late: 'taken.by_late',
  post: 'taken.by_post',
  measure: 'taken.by_measure',
  types: 'taken.by_events',
  period: 'taken.by_period',
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

type Filter = { key: string; value: Parameters<typeof said>[0] };

/** One thing it was narrowed by; a parameter that has no words here says its own name. */
export function filterWords({ key, value }: Filter): string {
  const name = filters[key];
  const shown = typeof value === 'string' && MOMENT.test(value) ? absolute(value) : said(value);
  return t('taken.filter', { name: name ? t(name) : key, value: shown });
}
