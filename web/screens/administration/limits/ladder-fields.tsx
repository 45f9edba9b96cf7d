import { NativeSelect, TextInput } from '@mantine/core';
import type { Ladder, Rung, ToWhom } from '../../../../src/commitment/rule.ts';
import { rungWords, whomWords } from '../../../ui/clock/words.ts';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { ListEditor } from '../list-editor.tsx';
import { LengthFields } from './length-fields.tsx';
import { basisWords, ladderLine } from './limit-words.ts';

export const everyWhom: readonly ToWhom[] = [
  'owner',
  'front_desk',
  'department_head',
  'supervisor',
  'centre_manager',
  'deputy_general_manager',
  'company_leader',
];

/** Who is told on the way to a deadline and after it: rung by rung, in their order. */
export function LadderFields({ ladder, change }: { ladder: Ladder; change: (ladder: Ladder) => void }) {
  return (
    <ListEditor
      items={ladder}
      change={change}
      nameOf={ladderLine}
      keyOf={(_, at) => String(at)}
      add={{ label: t('limits.add_rung'), make: (): Rung => ({ at: { share: 1 }, do: 'warn', to: 'centre_manager' }) }}
    >
      {(rung, set) => <RungFields rung={rung} change={set} />}
    </ListEditor>
  );
}

function RungFields({ rung, change }: { rung: Rung; change: (rung: Rung) => void }) {
  const after = 'after' in rung.at;
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('limits.rung_when')}
        value={after ? 'after' : 'share'}
        onChange={(event) =>
          change({
            ...rung,
            at: event.currentTarget.value === 'after' ? { after: 'PT1H', basis: 'clock' } : { share: 1 },
          })
        }
        data={[
          { value: 'share', label: t('limits.rung_before') },
          { value: 'after', label: t('limits.rung_later') },
        ]}
      />
      <RungTime rung={rung} change={change} />
      <NativeSelect
        label={t('limits.rung_does')}
        value={rung.do}
        onChange={(event) => change({ ...rung, do: event.currentTarget.value as Rung['do'] })}
        data={(['warn', 'notice', 'rule'] as const).map((one) => ({ value: one, label: rungWords(one, rung.to) }))}
      />
      <NativeSelect
        label={t('limits.rung_to')}
        value={rung.to}
        onChange={(event) => change({ ...rung, to: event.currentTarget.value as ToWhom })}
        data={everyWhom.map((one) => ({ value: one, label: whomWords(one) }))}
      />
    </div>
  );
}

function RungTime({ rung, change }: { rung: Rung; change: (rung: Rung) => void }) {
  const { at } = rung;
  if ('share' in at)
    return (
      <TextInput
        type="number"
        min={0}
        max={100}
        label={t('limits.rung_percent')}
        value={String(Math.round(at.share * 100))}
        onChange={(event) =>
          change({ ...rung, at: { share: Math.min(1, Math.max(0, Number(event.currentTarget.value) / 100)) } })
        }
      />
    );
  return (
    <>
      <LengthFields
        title={t('limits.rung_later')}
        text={at.after}
        exact
        change={(text) => change({ ...rung, at: { ...at, after: text } })}
      />
      <NativeSelect
        label={t('limits.basis')}
        value={at.basis}
        onChange={(event) => change({ ...rung, at: { ...at, basis: event.currentTarget.value as typeof at.basis } })}
        data={(['clock', 'working'] as const).map((one) => ({ value: one, label: basisWords(one) }))}
      />
    </>
  );
}
