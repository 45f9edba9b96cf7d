import {
  IconAlertTriangle,
  IconBell,
  IconClock,
  IconClockCancel,
  IconClockCheck,
  IconClockEdit,
  IconClockPause,
  IconClockPlay,
  IconClockX,
} from '@tabler/icons-react';
import { rungWords } from '../../../ui/clock/words.ts';
import { spoken } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import type { Entry, Tellings } from './entry.ts';
import { owedOf, personOf, textOf } from './entry.ts';

const due = (data: Entry['data']) => ({ due: data['dueAt'] ? spoken(textOf(data['dueAt'])) : '' });

/** Promises kept and broken, and who was told on the way. What only begins or moves is folded away at first. */
export const clockTellings: Tellings = {
  'commitment.started': {
    fold: 'begun',
    icon: IconClock,
    side: 'clock',
    who: owedOf,
    what: (data) => t('event.clock_started', due(data)),
  },
  'commitment.kept': {
    fold: 'clocks',
    icon: IconClockCheck,
    side: 'clock',
    who: owedOf,
    tone: 'run',
    what: () => t('event.clock_kept'),
  },
  'commitment.late': {
    fold: 'clocks',
    icon: IconClockX,
    side: 'clock',
    who: owedOf,
    tone: 'late',
    what: (data) => t('event.clock_late', due(data)),
  },
  'commitment.climbed': {
    fold: 'clocks',
    icon: IconBell,
    side: 'clock',
    who: owedOf,
    tone: 'soon',
    what: (data) => t('event.clock_climbed', { rung: rungWords(textOf(data['do']), textOf(data['to'])) }),
  },
  'commitment.acknowledged': {
    fold: 'clocks',
    icon: IconBell,
    side: 'clock',
    who: owedOf,
    what: () => t('event.clock_acknowledged'),
  },
  'notification.acknowledged': { fold: 'clocks', icon: IconBell, what: () => t('event.notification_heard') },
  'commitment.paused': {
    fold: 'clocks',
    icon: IconClockPause,
    side: 'clock',
    who: owedOf,
    what: (data, reader) => {
      const reason = reader.desk.pauses.find((one) => one.key === data['reason']);
      return t('event.clock_paused', {
        reason: reason ? said(reason.name) : textOf(data['reason']),
      });
    },
  },
  'commitment.resumed': {
    fold: 'clocks',
    icon: IconClockPlay,
    side: 'clock',
    who: owedOf,
    what: (data) => t('event.clock_resumed', due(data)),
  },
  'commitment.corrected': {
    fold: 'clocks',
    icon: IconClockEdit,
    side: 'clock',
    who: owedOf,
    what: (data) => (data['to'] === 'kept' ? t('event.clock_corrected_kept') : t('event.clock_corrected_late')),
  },
  'commitment.told_in_error': {
    fold: 'clocks',
    icon: IconClockEdit,
    side: 'clock',
    who: owedOf,
    what: () => t('event.clock_told_in_error'),
  },
  'commitment.set_aside': {
    fold: 'clocks',
    icon: IconAlertTriangle,
    side: 'clock',
    who: owedOf,
    tone: 'late',
    what: () => t('event.clock_set_aside'),
  },
  'commitment.retried': {
    fold: 'begun',
    icon: IconClockPlay,
    side: 'clock',
    who: owedOf,
    what: () => t('event.clock_retried'),
  },
  'commitment.cancelled': {
    fold: 'begun',
    icon: IconClockCancel,
    side: 'clock',
    who: owedOf,
    what: () => t('event.clock_cancelled'),
  },
  'commitment.moved': {
    fold: 'begun',
    icon: IconClockEdit,
    side: 'clock',
    who: owedOf,
    what: (data, reader) => {
      const to = data['to'] as { ownerId?: unknown } | undefined;
      return t('event.clock_moved', { name: personOf(to?.ownerId, reader) });
    },
  },
  'commitment.rebased': {
    fold: 'begun',
    icon: IconClockEdit,
    side: 'clock',
    who: owedOf,
    what: (data) => t('event.clock_rebased', due(data)),
  },
  'commitment.recalculated': {
    fold: 'begun',
    icon: IconClockEdit,
    side: 'clock',
    who: owedOf,
    what: (data) => t('event.clock_recalculated', due(data)),
  },
};
