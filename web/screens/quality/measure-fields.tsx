import { NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useDesk } from '../../matter/kinds.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { instantOf, nowMs, HOUR } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { usePlans } from './answers.ts';
import styles from './quality.module.css';

export type MeasureValues = { text: string; personId: string; dueAt: string | null; rule: string };
export const emptyMeasure: MeasureValues = { text: '', personId: '', dueAt: null, rule: '' };

type Props = { measures: MeasureValues[]; change: (measures: MeasureValues[]) => void; error: React.ReactNode };

/** What is done, by whom, by when; and the rule it changes, where it does. */
export function MeasureFields({ measures, change, error }: Props) {
  const set = (at: number, values: Partial<MeasureValues>) =>
    change(measures.map((one, place) => (place === at ? { ...one, ...values } : one)));
  return (
    <>
      {measures.map((one, at) => (
        <fieldset key={at} className={styles['measure']}>
          <legend>{t('improvement.measure_no', { no: at + 1 })}</legend>
          <TextInput
            label={t('improvement.measure')}
            required
            maxLength={200}
            value={one.text}
            onChange={(event) => set(at, { text: event.currentTarget.value })}
          />
          <div className={styles['fields']}>
            <PersonSelect
              label={t('improvement.by_whom')}
              value={one.personId}
              onChange={(personId) => set(at, { personId })}
            />
            <MomentField
              label={t('improvement.by_when')}
              required
              value={one.dueAt}
              onChange={(dueAt) => set(at, { dueAt })}
              quick={inDays(3, 7, 14)}
            />
            <RuleSelect value={one.rule} change={(rule) => set(at, { rule })} />
          </div>
          {measures.length > 1 ? (
            <ActionButton
              label={t('improvement.remove_measure', { no: at + 1 })}
              icon={IconTrash}
              kind="quiet"
              onRun={() => change(measures.filter((_, place) => place !== at))}
            />
          ) : null}
        </fieldset>
      ))}
      {error ? (
        <p role="alert" className={styles['wrong']}>
          {error}
        </p>
      ) : null}
      <ActionButton
        label={t('improvement.add_measure')}
        icon={IconPlus}
        onRun={() => change([...measures, emptyMeasure])}
      />
    </>
  );
}

/** So many days from now, one tap away. */
export function inDays(...days: number[]) {
  return days.map((count) => ({
    label: t('improvement.in_days', { count }),
    at: instantOf(Math.ceil(nowMs() / HOUR) * HOUR + count * 24 * HOUR),
  }));
}

type PersonProps = { label: string; value?: string; onChange: (id: string) => void; error?: React.ReactNode };

export function PersonSelect({ label, value = '', onChange, error }: PersonProps) {
  const { people } = useDesk();
  return (
    <NativeSelect
      label={label}
      required
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: '' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

/** Which rule of the house a measure changes: a kind with its limits, the settings, or a spot-check plan. */
function RuleSelect({ value, change }: { value: string; change: (rule: string) => void }) {
  const { items } = useDesk();
  const plans = usePlans().data?.items ?? [];
  return (
    <NativeSelect
      label={t('improvement.rule')}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      data={[
        { value: '', label: t('improvement.no_rule') },
        { value: 'settings', label: t('improvement.rule_settings') },
        ...items.map(({ key, name }) => ({
          value: `kind ${key}`,
          label: `${t('improvement.rule_kind')} · ${said(name)}`,
        })),
        ...plans.map(({ plan }) => ({
          value: `spot_check_plan ${plan.key}`,
          label: `${t('improvement.rule_spot_check_plan')} · ${said(plan.name)}`,
        })),
      ]}
    />
  );
}

export function measureProblem(measures: readonly MeasureValues[]): string | null {
  const whole = measures.every((one) => one.text.trim() && one.personId && one.dueAt);
  return whole ? null : t('improvement.measure_needed');
}

/** As the server takes them. */
export function measuresBody(measures: readonly MeasureValues[]) {
  return measures.map(({ text, personId, dueAt, rule }) => {
    const [type, key] = rule.split(' ');
    return { text, personId, dueAt, ...(type ? { rule: key ? { type, key } : { type } } : {}) };
  });
}
