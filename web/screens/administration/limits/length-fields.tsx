import { NativeSelect, TextInput } from '@mantine/core';
import { t } from '../../../words/words.ts';
import type { Unit } from './limit-words.ts';
import { lengthSaid, readLength, units, writeLength } from './limit-words.ts';
import own from './limits.module.css';

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
