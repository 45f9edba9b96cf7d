import { NativeSelect, TextInput } from '@mantine/core';
import type { Limit } from '../../../../src/commitment/rule.ts';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import type { Unit } from './limit-words.ts';
import {
  basisWords,
  calendarWords,
  ladderLine,
  lengthSaid,
  limitSaid,
  readLength,
  units,
  writeLength,
} from './limit-words.ts';
import own from './limits.module.css';

type Props = { title: string; limit: Limit; change: (limit: Limit) => void; may: boolean };

/** One limit: how long, in which time, by which calendar; and who is told on the way. */
export function LimitFields({ title, limit, change, may }: Props) {
  return (
    <fieldset className={own['limit']}>
      <legend>{title}</legend>
      {may ? <Fields title={title} limit={limit} change={change} /> : <p>{limitSaid(limit)}</p>}
      <details>
        <summary>{t('limits.ladder', { count: limit.ladder.length })}</summary>
        <ul>
          {limit.ladder.map((rung, at) => (
            <li key={at}>{ladderLine(rung)}</li>
          ))}
        </ul>
      </details>
    </fieldset>
  );
}

function Fields({ title, limit, change }: Omit<Props, 'may'>) {
  const { allowance } = limit;
  return (
    <div className={styles['fields']}>
      <LengthFields
        title={title}
        text={allowance.text}
        change={(text) => change({ ...limit, allowance: { ...allowance, text } })}
      />
      <NativeSelect
        label={t('limits.basis')}
        value={allowance.basis}
        onChange={(event) =>
          change({ ...limit, allowance: { ...allowance, basis: event.currentTarget.value as 'clock' | 'working' } })
        }
        data={(['clock', 'working'] as const).map((one) => ({ value: one, label: basisWords(one) }))}
      />
      <NativeSelect
        label={t('limits.calendar')}
        value={limit.calendar}
        onChange={(event) => change({ ...limit, calendar: event.currentTarget.value as Limit['calendar'] })}
        data={(['reception', 'department', 'always'] as const).map((one) => ({
          value: one,
          label: calendarWords(one),
        }))}
      />
    </div>
  );
}

type LengthProps = { title: string; text: string; change: (text: string) => void; exact?: boolean };

/** A number and its unit; `exact` where the ends of days make no sense. */
export function LengthFields({ title, text, change, exact = false }: LengthProps) {
  const { unit, count } = readLength(text);
  const offered = units.filter((one) => !exact || (one !== 'same_day' && one !== 'end_of_working_day'));
  const counted = unit === 'minutes' || unit === 'hours' || unit === 'days' || unit === 'weeks';
  return (
    <div className={own['length']}>
      {counted ? (
        <TextInput
          type="number"
          min={1}
          label={t('limits.count')}
          aria-label={t('limits.count_of', { what: title })}
          value={String(count)}
          onChange={(event) => change(writeLength(unit, Number(event.currentTarget.value), text))}
        />
      ) : null}
      <NativeSelect
        label={t('limits.unit')}
        aria-label={t('limits.unit_of', { what: title })}
        value={unit}
        onChange={(event) => change(writeLength(event.currentTarget.value as Unit, count, text))}
        data={[
          ...offered.map((one) => ({ value: one, label: t(`limits.unit_${one}`) })),
          ...(unit === 'other' ? [{ value: 'other', label: lengthSaid(text) }] : []),
        ]}
      />
    </div>
  );
}
