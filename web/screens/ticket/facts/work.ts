import {
  IconCalendarEvent,
  IconMailOpened,
  IconListCheck,
  IconCheck,
  IconDoorOff,
  IconMapPin,
  IconTool,
  IconTruck,
  IconUserShare,
  IconVolume,
  IconX,
} from '@tabler/icons-react';
import { windowWords } from '../../../matter/window-words.ts';
import { t } from '../../../words/words.ts';
import type { Entry, Reader, Tellings } from './entry.ts';
import { departmentOf, personOf, textOf } from './entry.ts';

const orderOf = (entry: Entry, { ticket }: Reader) => ticket.workOrders.find((one) => one.id === entry.subject.id);

/** Who was sent, and what he reported. */
export const workTellings: Tellings = {
  'work_order.issued': {
    fold: 'work',
    icon: IconTool,
    what: (data, reader) => {
      const to = personOf(data['person'], reader) || departmentOf(data['department'], reader);
      return t('event.order_issued', { no: textOf(data['no']), to });
    },
    body: (entry, reader) => orderOf(entry, reader)?.task ?? null,
  },
  'work_order.assigned': {
    fold: 'work',
    icon: IconUserShare,
    what: (data, reader) => t('event.order_assigned', { name: personOf(data['to'], reader) }),
  },
  'work_order.appointed': {
    fold: 'work',
    icon: IconCalendarEvent,
    side: 'outside',
    what: (data) => t('event.order_appointed', { when: windowWords(textOf(data['from']), textOf(data['until'])) }),
  },
  'work_order.accepted': { fold: 'work', icon: IconCheck, what: () => t('event.order_accepted') },
  'work_order.refused': {
    fold: 'work',
    icon: IconX,
    tone: 'soon',
    what: () => t('event.order_refused'),
    body: (entry, reader) => orderOf(entry, reader)?.endedReason ?? null,
  },
  'work_order.set_out': { fold: 'work', icon: IconTruck, what: () => t('event.order_set_out') },
  'work_order.arrived': {
    fold: 'work',
    icon: IconMapPin,
    tone: (entry) => (entry.data['onTime'] === false ? 'late' : undefined),
    what: (data) =>
      data['onTime'] === undefined || data['onTime'] === null
        ? t('event.order_arrived')
        : data['onTime']
          ? t('event.order_arrived_in_time')
          : t('event.order_arrived_late'),
  },
  'work_order.no_access': { fold: 'work', icon: IconDoorOff, tone: 'soon', what: () => t('event.order_no_access') },
  'work_order.done': {
    fold: 'work',
    icon: IconTool,
    tone: 'run',
    what: (data) => t('event.order_done', { minutes: Number(data['minutes'] ?? 0) }),
    body: (entry, reader) => {
      const order = orderOf(entry, reader);
      return order?.findings ? [order.findings, order.measures].filter(Boolean).join('\n') : null;
    },
  },
  'work_order.informed': {
    fold: 'work',
    icon: IconVolume,
    what: (data, reader) => t('event.order_informed', { name: personOf(data['person'], reader) }),
  },
  'ticket.found_on_round': {
    fold: 'work',
    icon: IconListCheck,
    tone: 'soon',
    what: (data) => (data['again'] ? t('event.found_on_round_again') : t('event.found_on_round')),
    leadsTo: ({ data }) => ({ type: 'round', id: textOf(data['round']) }),
  },
  'round.letter_taken': {
    fold: 'work',
    icon: IconMailOpened,
    what: () => t('event.letter_taken'),
    leadsTo: ({ subject }) => subject,
  },
  'work_order.cancelled': {
    fold: 'work',
    icon: IconX,
    what: () => t('event.order_cancelled'),
    body: (entry, reader) => orderOf(entry, reader)?.endedReason ?? null,
  },
};
