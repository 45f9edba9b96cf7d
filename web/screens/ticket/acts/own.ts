import { IconAlarmSnooze, IconBellPlus, IconBolt, IconUserPlus } from '@tabler/icons-react';
import { later } from '../../../later.ts';
import { t } from '../../../words/words.ts';
import type { Act, ActProps } from './act.ts';
import { can, canIf, ended } from './act.ts';
import { AddWatcher, Remind, Snooze } from './put-off.tsx';

/** Fetched when somebody wants it. */
const RunMacro = later<ActProps>(() => import('./run-macro.tsx').then((file) => file.RunMacro));

export const snoozeAct = (): Act => ({
  key: 'snooze',
  label: t('put_off.snooze'),
  icon: IconAlarmSnooze,
  hotkey: 's',
  why: canIf('snooze', (one) => !ended.has(one.stage.class)),
  form: Snooze,
});

export const macroAct = (): Act => ({
  key: 'macro',
  label: t('macros.macro'),
  icon: IconBolt,
  hotkey: 'm',
  why: can('note'),
  form: RunMacro,
});

/** What one does for oneself, and whom else one puts it before. */
export function ownActs(): Act[] {
  return [
    snoozeAct(),
    { key: 'remind', label: t('put_off.remind'), icon: IconBellPlus, why: can('remind'), form: Remind },
    {
      key: 'add_watcher',
      label: t('put_off.add_watcher'),
      icon: IconUserPlus,
      why: can('watch'),
      form: AddWatcher,
    },
  ];
}
