import {
  IconArrowBackUp,
  IconArrowMerge,
  IconArrowsSplit,
  IconBolt,
  IconClock,
  IconEar,
  IconEye,
  IconEyeOff,
  IconLinkOff,
  IconNote,
  IconTool,
} from '@tabler/icons-react';
import { spoken } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import type { Entry, Reader, Tellings } from './entry.ts';
import { noteText, owedOf, personOf, textOf } from './entry.ts';

/** What was put together, taken apart, and kept in sight. */
export const comfortTellings: Tellings = {
  'ticket.merged': {
    fold: 'course',
    icon: IconArrowMerge,
    what: (data) => t('event.merged', { number: textOf(data['number']) }),
    body: (entry, reader) => goOn(entry, reader),
  },
  'ticket.merged_into': {
    fold: 'course',
    icon: IconArrowMerge,
    what: (data) => t('event.merged_into', { number: textOf(data['number']) }),
  },
  'ticket.unmerged': {
    fold: 'course',
    icon: IconArrowBackUp,
    what: (data) => t('event.unmerged', { number: textOf(data['number']) }),
  },
  'ticket.stands_alone': {
    fold: 'course',
    icon: IconArrowBackUp,
    what: (data) => t('event.stands_alone', { number: textOf(data['number']) }),
  },
  'ticket.split_off': {
    fold: 'course',
    icon: IconArrowsSplit,
    what: (data) => t('event.split_off', { number: textOf(data['number']) }),
  },
  'ticket.split_from': {
    fold: 'course',
    icon: IconArrowsSplit,
    what: (data) => t('event.split_from', { number: textOf(data['number']) }),
  },
  'ticket.note_brought': {
    fold: 'said',
    icon: IconNote,
    side: 'inside',
    who: (data, reader) => personOf(data['by'], reader),
    what: (data) => t('event.note_brought', { number: textOf(data['number']) }),
    body: noteText,
  },
  'ticket.heard_answer': {
    fold: 'said',
    icon: IconEar,
    side: 'outside',
    what: (data) => t('event.heard_answer', { number: textOf(data['number']) }),
  },
  'ticket.macro_run': {
    fold: 'hands',
    icon: IconBolt,
    what: (data) => t('event.macro_run', { steps: Number(data['steps'] ?? 0) }),
  },
  'ticket.watched': {
    fold: 'hands',
    icon: IconEye,
    what: (data, reader) => t('event.watched', { name: personOf(data['person'], reader) }),
  },
  'ticket.unwatched': {
    fold: 'hands',
    icon: IconEyeOff,
    what: (data, reader) => t('event.unwatched', { name: personOf(data['person'], reader) }),
  },
  'ticket.unlinked': { fold: 'course', icon: IconLinkOff, what: () => t('event.unlinked') },
  'work_order.carried': {
    fold: 'work',
    icon: IconTool,
    what: (data) => t('event.order_carried', { no: textOf(data['no']) }),
  },
  'commitment.carried': {
    fold: 'begun',
    icon: IconClock,
    who: owedOf,
    what: (data) => t('event.clock_carried', { due: spoken(textOf(data['dueAt'])) }),
  },
  'commitment.revived': {
    fold: 'clocks',
    icon: IconClock,
    who: owedOf,
    what: (data) => t('event.clock_revived', { due: spoken(textOf(data['dueAt'])) }),
  },
};

/** Whose clocks go on, as it was stated when it was done. */
function goOn(entry: Entry, reader: Reader): string | null {
  const clocks = entry.data['clocks'];
  if (!Array.isArray(clocks) || clocks.length === 0) return null;
  const lines = clocks.map((clock: { kind: string; dueAt: string; of: string }) =>
    t('event.clock_goes_on', {
      what: owedOf({ kind: clock.kind }, reader),
      due: spoken(clock.dueAt),
      number: clock.of,
    }),
  );
  return lines.join('\n');
}
