import {
  IconAffiliate,
  IconAlertTriangle,
  IconArrowRight,
  IconBan,
  IconCircleCheck,
  IconEraser,
  IconHourglass,
  IconLink,
  IconLockCheck,
  IconPencil,
  IconPlayerPlay,
  IconRotate,
  IconScale,
  IconSwitchHorizontal,
  IconTicket,
} from '@tabler/icons-react';
import { channelWords, satisfactionWords } from '../../../matter/words.ts';
import { listWords, spoken } from '../../../ui/time.ts';
import type { PlainKey } from '../../../words/words.ts';
import { said, t } from '../../../words/words.ts';
import { stoodBefore } from './before.ts';
import type { Entry, Reader, Tellings } from './entry.ts';
import { kindOf, stageOf, textOf } from './entry.ts';

/** From the first call to the end, and what the matter turned into on the way. */
export const courseTellings: Tellings = {
  'ticket.opened': {
    fold: 'course',
    icon: IconTicket,
    side: 'outside',
    what: (data, reader) =>
      t('event.opened', { kind: kindOf(data['kind'], reader), channel: channelWords(textOf(data['channel'])) }),
    body: (entry, { ticket }) => (entry.of === null ? ticket.need : entry.words) || null,
  },
  'ticket.moved_stage': {
    fold: 'course',
    icon: IconArrowRight,
    what: (data, reader) => t('event.moved_stage', { to: stageOf(data['to'], reader) }),
  },
  'ticket.waiting': { fold: 'course', icon: IconHourglass, what: (data, reader) => waits(data, reader) },
  'ticket.went_on': { fold: 'course', icon: IconPlayerPlay, what: (data) => wentOn(textOf(data['why'])) },
  'ticket.resolved': {
    fold: 'course',
    icon: IconCircleCheck,
    tone: 'run',
    what: (data) => (data['incident'] ? t('event.resolved_with_incident') : t('event.resolved')),
    // an outcome that was taken back stands where that was done
    body: (entry, reader) =>
      lines(entry.happenedAt === reader.ticket.resolvedAt && reader.ticket.outcome, before(entry, reader)),
  },
  'ticket.closed': {
    fold: 'course',
    icon: IconLockCheck,
    tone: 'run',
    what: (data) =>
      typeof data['satisfaction'] === 'number'
        ? t('event.closed_as', { view: satisfactionWords(data['satisfaction']) })
        : t('event.closed'),
  },
  'ticket.cancelled': {
    fold: 'course',
    icon: IconBan,
    what: (data) => t(endings[textOf(data['as'])] ?? 'event.withdrawn'),
  },
  'ticket.declined_reviewed': {
    fold: 'course',
    icon: IconScale,
    what: (data) => t(data['verdict'] === 'sent_back' ? 'event.declined_sent_back' : 'event.declined_confirmed'),
    body: ({ data }, { ticket }) => ticket.declined.find((one) => one.id === data['declined'])?.words ?? null,
  },
  'ticket.reopened': {
    fold: 'course',
    icon: IconRotate,
    tone: 'late',
    what: (data) => t(reopenings[textOf(data['because'])] ?? 'event.reopened'),
    body: before,
  },
  'ticket.changed': { fold: 'course', icon: IconPencil, what: (data) => changed(data), body: before },
  'ticket.reclassified': {
    fold: 'course',
    icon: IconSwitchHorizontal,
    what: (data, reader) =>
      t('event.reclassified', { from: kindOf(data['from'], reader), to: kindOf(data['to'], reader) }),
    body: (entry, reader) => lines(textOf(entry.data['reason']), before(entry, reader)),
  },
  'ticket.moved_to_version': {
    fold: 'course',
    icon: IconSwitchHorizontal,
    what: (data) => t('event.moved_to_version', { to: Number(data['to']) }),
    body: before,
  },
  'ticket.severity_raised': {
    fold: 'course',
    icon: IconAlertTriangle,
    tone: 'late',
    what: (data, { desk }) => {
      const severity = desk.severities.find((one) => one.key === data['severity']);
      return t('event.severity_raised', { severity: severity ? said(severity.name) : textOf(data['severity']) });
    },
  },
  'ticket.linked': { fold: 'course', icon: IconLink, what: () => t('event.linked') },
  'ticket.joined_incident': { fold: 'course', icon: IconAffiliate, what: () => t('event.joined_incident') },
  'ticket.left_incident': { fold: 'course', icon: IconAffiliate, what: () => t('event.left_incident') },
  'ticket.customer_erased': { fold: 'course', icon: IconEraser, what: () => t('event.customer_erased') },
};

const reopenings: Readonly<Record<string, PlainKey>> = {
  dissatisfied: 'event.reopened_dissatisfied',
  sent_back: 'event.reopened_sent_back',
};

const endings: Readonly<Record<string, PlainKey>> = {
  declined: 'event.declined',
  withdrawn: 'event.withdrawn',
  duplicate: 'event.duplicate',
};

function waits(data: Entry['data'], { desk }: Reader): string {
  const reason = desk.pauses.find((one) => one.key === data['reason']);
  return t('event.waits', {
    reason: reason ? said(reason.name) : textOf(data['reason']),
    until: data['until'] ? spoken(textOf(data['until'])) : '',
  });
}

function wentOn(why: string): string {
  if (why === 'customer_answered') return t('event.went_on_answered');
  return why === 'limit' ? t('event.went_on_limit') : t('event.went_on');
}

const columns: Readonly<Record<string, PlainKey>> = {
  title: 'ticket.title_field',
  need: 'ticket.need',
  urgency: 'matter.urgency',
  severity: 'matter.severity',
  customer_id: 'ticket.customer',
  caller_name: 'ticket.caller_name',
  caller_phone: 'ticket.caller_phone',
  place_id: 'matter.place',
  department_id: 'matter.department',
  judged: 'ticket.judged',
  fields: 'ticket.known',
};

function before(entry: Entry, reader: Reader): string | null {
  const stood = stoodBefore(entry, reader);
  return stood.length > 0 ? t('event.said_before', { words: stood.join('\n') }) : null;
}

const lines = (...texts: (string | null | false)[]): string | null => texts.filter(Boolean).join('\n') || null;

/** Which values were changed. */
function changed(data: Entry['data']): string {
  const former = data['former'];
  const keys = typeof former === 'object' && former !== null ? Object.keys(former) : [];
  const names = keys.flatMap((key) => (columns[key] ? [t(columns[key])] : []));
  return t('event.changed', { what: listWords(names) });
}
