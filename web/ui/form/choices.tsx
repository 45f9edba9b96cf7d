import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './choices.module.css';

export type Option<Value extends string> = { value: Value; label: string };

type ChoicesProps<Value extends string> = {
  label: string;
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value | null) => void;
  /** Pressing the chosen one again takes it back. */
  optional?: boolean;
  required?: boolean;
  hint?: string | null;
  error?: ReactNode;
};

/** One of a few, all of them seen, one tap each. Radio buttons underneath: arrow keys move, a screen reader counts. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { label, options, value, onChange, optional, required, hint, error } = props;
  const name = useId();
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className={styles['choices']}
      aria-describedby={described || undefined}
      data-wrong={Boolean(error) || undefined}
    >
      <legend>
        {label}
        {required ? (
          <span className={styles['star']} aria-hidden>
            {' '}
            *
          </span>
        ) : null}
      </legend>
      {hint ? (
        <p id={`${name}-hint`} className={styles['hint']}>
          {hint}
        </p>
      ) : null}
      <div className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']} data-chosen={option.value === value || undefined}>
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              onClick={() => optional && option.value === value && onChange(null)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${name}-error`} className={styles['error']}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
