import { IconAlarmSnooze, IconBellPlus, IconBolt, IconUserPlus } from '@tabler/icons-react';
import { t } from '../../../words/words.ts';
import type { Act } from './act.ts';
import { can, canIf, ended } from './act.ts';
import { formOf } from './form-of.ts';

const AddWatcher = formOf(() => import('./put-off.tsx'), 'AddWatcher');
const Remind = formOf(() => import('./put-off.tsx'), 'Remind');
const Snooze = formOf(() => import('./put-off.tsx'), 'Snooze');
const RunMacro = formOf(() => import('./run-macro.tsx'), 'RunMacro');

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
