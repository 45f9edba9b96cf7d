import { Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { Step } from '../../matter/macro-words.ts';
import { stepKinds } from '../../matter/macro-words.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import styles from './macros.module.css';
import { Fields } from './step-parts.tsx';

/** A step of that sort, still empty. */
export function stepOf(what: Step['do']): Step {
  const empty: { [Act in Step['do']]: Extract<Step, { do: Act }> } = {
    note: { do: 'note', text: '' },
    answer: { do: 'answer', text: '', channel: 'phone' },
    field: { do: 'field', key: '', value: '' },
    stage: { do: 'stage', stage: '' },
    promise: { do: 'promise', words: '', minutes: 120 },
    offer: { do: 'offer', toId: '', reason: '' },
    work_order: { do: 'work_order', task: '' },
  };
  return empty[what];
}

type StepFieldsProps = {
  at: number;
  step: Step;
  last: boolean;
  change: (step: Step) => void;
  move: (by: number) => void;
  remove: () => void;
};

/** One step: what it does, and with what. */
export function StepFields({ at, step, last, change, move, remove }: StepFieldsProps) {
  return (
    <fieldset className={styles['step']}>
      <legend>{t('macros.step', { number: at + 1 })}</legend>
      <Select
        label={t('macros.does')}
        allowDeselect={false}
        data={stepKinds.map((value) => ({ value, label: t(`macros.do_${value}`) }))}
        value={step.do}
        onChange={(value) => value && change(stepOf(value as Step['do']))}
      />
      <Fields step={step} change={change} />
      <div className={styles['buttons']}>
        <ActionButton
          label={t('macros.up')}
          icon={IconArrowUp}
          iconOnly
          kind="quiet"
          refused={at === 0 ? t('macros.first') : null}
          onRun={() => move(-1)}
        />
        <ActionButton
          label={t('macros.down')}
          icon={IconArrowDown}
          iconOnly
          kind="quiet"
          refused={last ? t('macros.last') : null}
          onRun={() => move(1)}
        />
        <ActionButton
          label={t('macros.remove')}
          icon={IconTrash}
          iconOnly
          kind="quiet"
          refused={at === 0 && last ? t('macros.only_step') : null}
          onRun={remove}
        />
      </div>
    </fieldset>
  );
}
