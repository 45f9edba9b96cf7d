import { IconPoint } from '@tabler/icons-react';
import { addressOf } from '../../../frame/addresses.ts';
import type { Fact } from '../../../ui/timeline.tsx';
import { t } from '../../../words/words.ts';
import { disputeTellings } from './dispute.ts';
import { clockTellings } from './clocks.ts';
import { comfortTellings } from './comfort.ts';
import { courseTellings } from './course.ts';
import { proposalTellings } from './proposal.ts';
import type { Entry, Fold, Reader, Telling, Tellings } from './entry.ts';
import { afterTellings, handTellings } from './hands.ts';
import { saidTellings } from './said.ts';
import { custodyTellings } from './custody.ts';
import { workTellings } from './work.ts';

export const tellings: Tellings = {
  ...saidTellings,
  ...courseTellings,
  ...handTellings,
  ...afterTellings,
  ...disputeTellings,
  ...proposalTellings,
  ...workTellings,
  ...custodyTellings,
  ...clockTellings,
  ...comfortTellings,
};

/** Told by another fact of the same moment already. */
export const silent: ReadonlySet<string> = new Set(['finding.taken_back', 'ticket.investigated', 'ticket.taken_back']);

/** An event of a later version than this page: it happened, and says so. */
const unknown: Telling = { fold: 'course', icon: IconPoint, what: () => t('event.unknown') };

export function folds(): { key: Fold; label: string }[] {
  const keys: Fold[] = ['said', 'course', 'hands', 'work', 'after', 'clocks', 'begun'];
  return keys.map((key) => ({ key, label: t(`event.fold_${key}`) }));
}

/** What happened on a ticket that became part of this one says on which. */
const of = (entry: Entry, what: string): string =>
  entry.of === null ? what : t('event.of_part', { number: String(entry.of), what });

/** One event as the timeline shows it, or null where another says the same. */
export function factOf(entry: Entry, reader: Reader, fresh: boolean): Fact | null {
  if (silent.has(entry.type)) return null;
  const telling = tellings[entry.type] ?? unknown;
  const { fold, icon, side = 'inside', tone, who, what, body, leadsTo } = telling;
  const text = body?.(entry, reader);
  const to = leadsTo?.(entry);
  return {
    id: entry.id,
    at: entry.happenedAt,
    recordedAt: entry.recordedAt,
    kind: fold,
    icon,
    who:
      who?.(entry.data, reader) ??
      entry.actor?.name ??
      t(entry.data['byCustomer'] ? 'event.customer_himself' : 'event.clock_itself'),
    what: of(entry, what(entry.data, reader, entry)),
    ...(to ? { address: addressOf(to.type, to.id) } : {}),
    ...(text ? { body: text } : {}),
    side,
    tone: typeof tone === 'function' ? tone(entry) : tone,
    fresh,
  };
}
