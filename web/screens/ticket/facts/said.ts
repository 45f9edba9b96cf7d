import {
  IconBellRinging,
  IconCheck,
  IconFileSearch,
  IconHeartHandshake,
  IconMail,
  IconMailForward,
  IconListCheck,
  IconMailQuestion,
  IconMessageReply,
  IconUsers,
  IconNote,
  IconNotes,
  IconPhone,
  IconPhoneOutgoing,
  IconScale,
  IconSpeakerphone,
} from '@tabler/icons-react';
import { channelWords, satisfactionWords } from '../../../matter/words.ts';
import type { MilestoneKey } from '../../../../src/pack/milestones.ts';
import { t } from '../../../words/words.ts';
import type { Entry, Tellings } from './entry.ts';
import { dispatchTellings } from './dispatch.ts';
import { noteText, personOf, wordsText } from './entry.ts';

const satisfied = (data: Entry['data']) =>
  typeof data['satisfaction'] === 'number' ? satisfactionWords(data['satisfaction']) : '';

const conversationOf = ({ conversationId }: Entry) =>
  conversationId === null ? null : { type: 'conversation', id: conversationId };

const matterOf = ({ data }: Entry) =>
  typeof data['matter'] === 'string' ? { type: 'liaison_matter', id: data['matter'] } : null;

/** What was said, to the customer and among ourselves. */
export const saidTellings: Tellings = {
  ...dispatchTellings,
  'ticket.contact': {
    fold: 'said',
    icon: IconPhone,
    side: 'outside',
    leadsTo: conversationOf,
    what: (data) => (data['direction'] === 'out' ? t('event.contact_out') : t('event.contact_in')),
    body: wordsText,
  },
  'conversation.joined': {
    fold: 'said',
    icon: IconMail,
    side: 'outside',
    what: () => t('event.message_joined'),
    leadsTo: conversationOf,
  },
  'liaison_matter.opened': {
    fold: 'work',
    icon: IconUsers,
    side: 'inside',
    what: () => t('event.liaison_opened'),
    leadsTo: matterOf,
  },
  'liaison_matter.dealt': {
    fold: 'work',
    icon: IconUsers,
    side: 'inside',
    what: () => t('event.liaison_dealt'),
    leadsTo: matterOf,
  },
  'liaison_matter.closed': {
    fold: 'work',
    icon: IconUsers,
    side: 'inside',
    what: () => t('event.liaison_closed'),
    leadsTo: matterOf,
  },
  'conversation.aside_begun': {
    fold: 'said',
    icon: IconMailQuestion,
    side: 'inside',
    what: () => t('event.aside_begun'),
    leadsTo: conversationOf,
  },
  'conversation.aside_sent': {
    fold: 'said',
    icon: IconMailForward,
    side: 'inside',
    what: () => t('event.aside_sent'),
    body: wordsText,
    leadsTo: conversationOf,
  },
  'conversation.aside_received': {
    fold: 'said',
    icon: IconMailQuestion,
    side: 'inside',
    what: () => t('event.aside_received'),
    body: wordsText,
    leadsTo: conversationOf,
  },
  'ticket.milestone_told': {
    fold: 'said',
    icon: IconMail,
    side: 'outside',
    what: (data) => t(`event.told_${data['milestone'] as MilestoneKey}`),
  },
  'ticket.papers_looked_at': {
    fold: 'course',
    icon: IconListCheck,
    what: (data) => t('event.papers_looked_at', { count: (data['papers'] as unknown[]).length }),
  },
  'ticket.addressees_chosen': {
    fold: 'said',
    icon: IconUsers,
    side: 'inside',
    what: (data) => t('event.addressees_chosen', { count: Number(data['households']) }),
  },
  'ticket.answer': {
    fold: 'said',
    icon: IconMessageReply,
    side: 'outside',
    tone: (entry) => (entry.note?.sendsElsewhere ? 'soon' : undefined),
    what: (_, __, entry) => (entry.note?.sendsElsewhere ? t('event.sent_elsewhere') : t('event.answered')),
    body: noteText,
  },
  'ticket.noted': { fold: 'said', icon: IconNote, side: 'inside', what: () => t('event.noted'), body: noteText },
  'ticket.apology': {
    fold: 'said',
    icon: IconHeartHandshake,
    side: 'outside',
    what: () => t('event.apologised'),
    body: noteText,
  },
  'ticket.explanation': {
    fold: 'said',
    icon: IconScale,
    side: 'outside',
    what: (_, __, entry) => t('event.explained', { rule: entry.note?.rule ?? '' }) + acceptance(entry),
    body: noteText,
  },
  'ticket.situation': {
    fold: 'said',
    icon: IconNotes,
    side: 'inside',
    what: () => t('event.situation'),
    body: noteText,
  },
  'ticket.result': {
    fold: 'said',
    icon: IconFileSearch,
    side: 'inside',
    what: () => t('event.investigated'),
    body: noteText,
  },
  'ticket.customer_told': {
    fold: 'said',
    icon: IconPhoneOutgoing,
    side: 'outside',
    tone: 'run',
    what: (data) =>
      [t('event.told', { channel: channelWords(String(data['channel'] ?? '')) }), satisfied(data)]
        .filter(Boolean)
        .join(' · '),
  },
  'ticket.promise_kept': {
    fold: 'said',
    icon: IconCheck,
    side: 'outside',
    tone: 'run',
    what: () => t('event.promise_kept'),
  },
  'ticket.urged': {
    fold: 'said',
    icon: IconBellRinging,
    side: 'inside',
    tone: 'soon',
    what: (data, reader) =>
      data['onBehalfOf'] === 'customer'
        ? t('event.urged_customer', { name: personOf(data['to'], reader) })
        : t('event.urged_centre', { name: personOf(data['to'], reader) }),
    body: wordsText,
  },
  'ticket.urging_acknowledged': { fold: 'said', icon: IconCheck, side: 'inside', what: () => t('event.urging_heard') },
  'ticket.incident_answered': {
    fold: 'said',
    icon: IconSpeakerphone,
    side: 'outside',
    what: (data) => t('event.incident_answered', { count: Number(data['reports'] ?? 0) }),
  },
};

function acceptance({ note }: Entry): string {
  if (note?.accepted === true) return ` ${t('event.accepted_by_customer')}`;
  return note?.accepted === false ? ` ${t('event.not_accepted_by_customer')}` : '';
}
