import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useDesk } from '../../matter/kinds.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { said, t } from '../../words/words.ts';
import type { PlanPart } from './plan-form.tsx';
import type { LineValues } from './plan-values.ts';
import { newLine } from './plan-values.ts';
import styles from './rounds.module.css';
import { ways } from './search.ts';

const records = ['check', 'count', 'text', 'letters'] as const;

/** The lines in the order of the walk: where, what is looked at, what is written down, what a fault opens. */
export function PlanLines({ values: { lines }, change }: PlanPart) {
  const set = (next: LineValues[]) => change({ lines: next });
  return (
    <>
      {lines.map((line, at) => (
        <LineFields
          key={line.key}
          line={line}
          number={at + 1}
          change={(some) => set(lines.map((one) => (one.key === line.key ? { ...one, ...some } : one)))}
          remove={() => set(lines.filter((one) => one.key !== line.key))}
        />
      ))}
      <div>
        <ActionButton
          label={t('rounds.add_line')}
          icon={IconPlus}
          kind="quiet"
          onRun={() => set([...lines, newLine(lines)])}
        />
      </div>
    </>
  );
}

type LineFieldsProps = {
  line: LineValues;
  number: number;
  change: (change: Partial<LineValues>) => void;
  remove: () => void;
};

function LineFields({ line, number, change, remove }: LineFieldsProps) {
  const { items, departments } = useDesk();
  const tasks = items.filter(
    (kind) => kind.type === 'task' || (line.ways.includes('suggested') && kind.type === 'suggestion'),
  );
  return (
    <fieldset className={styles['plan_line']}>
      <legend>{t('rounds.line', { number })}</legend>
      <div className={styles['fields']}>
        <TextInput
          label={t('rounds.area')}
          maxLength={100}
          value={line.area}
          onChange={(event) => change({ area: event.currentTarget.value })}
        />
        <TextInput
          label={t('rounds.looked_at')}
          maxLength={200}
          value={line.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('rounds.record')}
          data={records.map((value) => ({ value, label: t(`rounds.record_${value}`) }))}
          value={line.record}
          onChange={(event) => change({ record: event.currentTarget.value as LineValues['record'] })}
        />
        <NativeSelect
          label={t('rounds.fault_opens')}
          data={tasks.map((kind) => ({ value: kind.key, label: said(kind.name) }))}
          value={line.followUp}
          onChange={(event) => change({ followUp: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('rounds.mended_by')}
          data={[
            { value: '', label: t('rounds.mended_by_offered') },
            ...departments.map(({ key, name }) => ({ value: key, label: said(name) })),
          ]}
          value={line.department}
          onChange={(event) => change({ department: event.currentTarget.value })}
        />
      </div>
      <Checkbox.Group
        label={t('rounds.ways')}
        description={t('rounds.ways_why')}
        value={line.ways}
        onChange={(value) => change({ ways: ways.filter((way) => value.includes(way)) })}
      >
        <div className={styles['acts']}>
          {ways.map((way) => (
            <Checkbox key={way} value={way} label={t(`patrols.way_${way}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <ActionButton label={t('rounds.remove_line', { number })} icon={IconX} kind="quiet" onRun={remove} />
    </fieldset>
  );
}
