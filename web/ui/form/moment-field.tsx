import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Instant } from '../../../src/kernel/time.ts';
import { t } from '../../words/words.ts';
import { fromLocal, HOUR, instantOf, MINUTE, nowMs, spoken, toLocal } from '../time.ts';
import styles from './form.module.css';

type MomentFieldProps = {
  label: string;
  value: string | null;
  onChange: (moment: Instant | null) => void;
  description?: string;
  error?: ReactNode;
  required?: boolean;
  /** Moments one tap away; without it in half an hour, in two hours, and tomorrow at this time. */
  quick?: readonly { label: string; at: Instant }[];
};

/** A moment on the centre's wall clock, by the device's own picker (good on telephones too), with the likeliest one tap away. */
export function MomentField({ label, value, onChange, description, error, required, quick }: MomentFieldProps) {
  return (
    <div>
      <TextInput
        type="datetime-local"
        label={label}
        description={description}
        error={error}
        required={required ?? false}
        value={value ? toLocal(value) : ''}
        onChange={(event) => onChange(fromLocal(event.currentTarget.value))}
      />
      <div className={styles['quick']}>
        {(quick ?? likely()).map((one) => (
          <button key={one.label} type="button" onClick={() => onChange(one.at)}>
            {one.label}
          </button>
        ))}
        {value ? <span className="dim">{spoken(value)}</span> : null}
      </div>
    </div>
  );
}

function likely() {
  const full = Math.ceil(nowMs() / (5 * MINUTE)) * 5 * MINUTE;
  return [
    { label: t('time.in_minutes', { count: 30 }), at: instantOf(full + 30 * MINUTE) },
    { label: t('form.in_hours', { count: 2 }), at: instantOf(full + 2 * HOUR) },
    { label: t('form.tomorrow_same_time'), at: instantOf(full + 24 * HOUR) },
  ];
}
