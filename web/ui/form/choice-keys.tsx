import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useKeys } from '../keys.ts';
import styles from './form.module.css';

export type Choice<Value extends string> = { value: Value; label: string; icon?: ReactNode };

type ChoiceKeysProps<Value extends string> = {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
};

/** The first nine of a few choices as big keys, 1 to 9; the rest as keys without a number. */
export function ChoiceKeys<Value extends string>({ label, choices, value, onChange }: ChoiceKeysProps<Value>) {
  const within = useRef<HTMLFieldSetElement>(null);
  useKeys(
    choices.slice(0, 9).map((choice, at) => ({
      key: String(at + 1),
      label: choice.label,
      group: 'screen',
      run: () => onChange(choice.value),
    })),
    within,
  );
  return (
    <fieldset ref={within} className={styles['keys']}>
      <legend>{label}</legend>
      {choices.map((choice, at) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          {at < 9 ? <kbd aria-hidden>{at + 1}</kbd> : null}
          {choice.icon}
          <span>{choice.label}</span>
        </button>
      ))}
    </fieldset>
  );
}
