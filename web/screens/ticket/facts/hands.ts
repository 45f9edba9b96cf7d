import {
  IconArrowUpRight,
  IconCheck,
  IconClipboardCheck,
  IconClipboardX,
  IconGavel,
  IconMessage2Question,
  IconScale,
  IconUserCheck,
  IconUserShare,
  IconUserX,
} from '@tabler/icons-react';
import { whomWords } from '../../../ui/clock/words.ts';
import { spoken } from '../../../ui/time.ts';
import { satisfactionWords } from '../../../matter/words.ts';
import { t } from '../../../words/words.ts';
import type { Entry, Reader, Tellings } from './entry.ts';
import { departmentOf, personOf, textOf } from './entry.ts';

const asked = (entry: Entry, { ticket }: Reader) =>
  ticket.rulings.find((one) => one.id === entry.data['ruling'])?.question ?? null;

/** Whose it is, and what was asked of those above. */
export const handTellings: Tellings = {
  'ticket.offered': {
    fold: 'hands',
    icon: IconUserShare,
    what: (data, reader) => {
      const name = personOf(data['to'], reader);
      return data['way'] === 'up' ? t('event.handed_up', { name }) : t('event.offered', { name });
    },
  },
  'ticket.accepted': { fold: 'hands', icon: IconUserCheck, tone: 'run', what: () => t('event.accepted') },
  'ticket.offer_refused': { fold: 'hands', icon: IconUserX, tone: 'soon', what: () => t('event.offer_refused') },
  'ticket.offer_withdrawn': { fold: 'hands', icon: IconUserX, what: () => t('event.offer_withdrawn') },
  'work_order.department_moved': {
    fold: 'hands',
    icon: IconUserShare,
    what: (data, reader) => t('event.order_department', { department: departmentOf(data['to'], reader) }),
  },
  'ticket.offer_moved': { fold: 'hands', icon: IconUserShare, what: () => t('event.offer_moved') },
  'ticket.moved': {
    fold: 'hands',
    icon: IconUserShare,
    what: (data, reader) =>
      t('event.moved', { from: personOf(data['from'], reader), to: personOf(data['to'], reader) }),
  },
  'ticket.ruling_asked': {
    fold: 'hands',
    icon: IconScale,
    tone: 'soon',
    what: (data) => t('event.ruling_asked', { of: whomWords(textOf(data['of'])) }),
    body: asked,
  },
  'commitment.ruling_asked': {
    fold: 'hands',
    icon: IconScale,
    tone: 'late',
    what: (data) => t('event.ruling_due', { of: whomWords(textOf(data['of'])) }),
    body: asked,
  },
  'commitment.ruling_withdrawn': { fold: 'hands', icon: IconScale, what: () => t('event.ruling_withdrawn') },
  'ticket.ruled': {
    fold: 'hands',
    icon: IconGavel,
    tone: 'run',
    what: () => t('event.ruled'),
    body: (entry, { ticket }) => ticket.rulings.find((one) => one.id === entry.data['ruling'])?.decision ?? null,
  },
};

const notice = (data: Entry['data']) => ({ number: textOf(data['number']) });

/** What comes after: return visits, and notices to whoever did not keep what was promised. */
export const afterTellings: Tellings = {
  'return_visit.due': { fold: 'after', icon: IconMessage2Question, what: () => t('event.visit_due') },
  'return_visit.attempted': {
    fold: 'after',
    icon: IconMessage2Question,
    what: () => t('event.visit_attempted'),
  },
  'return_visit.unreachable': {
    fold: 'after',
    icon: IconMessage2Question,
    tone: 'soon',
    what: () => t('event.visit_unreachable'),
  },
  'return_visit.made': {
    fold: 'after',
    icon: IconMessage2Question,
    side: 'outside',
    tone: (entry) => (Number(entry.data['satisfaction'] ?? 5) <= 2 ? 'late' : 'run'),
    what: (data) =>
      [t('event.visit_made'), typeof data['satisfaction'] === 'number' ? satisfactionWords(data['satisfaction']) : '']
        .filter(Boolean)
        .join(' · '),
    body: (entry, { ticket }) => ticket.visits.find((one) => one.id === entry.subject.id)?.opinion ?? null,
  },
  'return_visit.declined': { fold: 'after', icon: IconMessage2Question, what: () => t('event.visit_declined') },
  'return_visit.rule_changed': {
    fold: 'after',
    icon: IconMessage2Question,
    what: () => t('event.visit_rule_changed'),
  },
  'return_visit.dropped': { fold: 'after', icon: IconMessage2Question, what: () => t('event.visit_dropped') },
  'ticket.visit_not_drawn': {
    fold: 'after',
    icon: IconMessage2Question,
    what: (data) => t('event.visit_not_drawn', { percent: Number(data['percent'] ?? 0) }),
  },
  'return_visit.signed': { fold: 'after', icon: IconClipboardCheck, what: () => t('event.visit_signed') },
  'ticket.view_given': {
    fold: 'after',
    icon: IconMessage2Question,
    side: 'outside',
    what: (data) => t('event.view_given', { view: satisfactionWords(Number(data['satisfaction'] ?? 0)) }),
  },
  'feedback.given': {
    fold: 'after',
    icon: IconClipboardCheck,
    what: (data, reader) => t('event.feedback_given', { department: departmentOf(data['department'], reader) }),
  },
  'finding.recorded': {
    fold: 'after',
    icon: IconClipboardX,
    tone: 'soon',
    what: (data, reader) => t('event.finding', { department: departmentOf(data['department'], reader) }),
  },
  'rectification.issued': {
    fold: 'after',
    icon: IconClipboardX,
    tone: 'late',
    what: (data, reader) =>
      t('event.notice_issued', {
        ...notice(data),
        department: departmentOf(data['department'], reader),
        by: data['deadlineAt'] ? spoken(textOf(data['deadlineAt'])) : '',
      }),
  },
  'rectification.readdressed': {
    fold: 'after',
    icon: IconUserShare,
    what: (data, reader) => t('event.notice_readdressed', { ...notice(data), name: personOf(data['to'], reader) }),
  },
  'rectification.received': {
    fold: 'after',
    icon: IconCheck,
    what: (data) => t('event.notice_received', notice(data)),
  },
  'rectification.replied': {
    fold: 'after',
    icon: IconClipboardCheck,
    what: (data) => t('event.notice_replied', notice(data)),
  },
  'rectification.verified': {
    fold: 'after',
    icon: IconClipboardCheck,
    tone: 'run',
    what: (data) => t('event.notice_verified', notice(data)),
  },
  'rectification.rejected': {
    fold: 'after',
    icon: IconClipboardX,
    tone: 'late',
    what: (data) => t('event.notice_rejected', notice(data)),
  },
  'rectification.withdrawn': {
    fold: 'after',
    icon: IconArrowUpRight,
    what: (data) =>
      data['inError'] ? t('event.notice_in_error', notice(data)) : t('event.notice_withdrawn', notice(data)),
  },
};
