import type { NumberInputProps } from '@mantine/core';
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Suspense } from 'react';
import type { Words } from '../../src/kernel/words.ts';
import type { AskedField } from '../../src/pack/asked.ts';
import { isAsked } from '../../src/pack/asked.ts';
import { later } from '../routes/later.ts';
import { Choices } from '../ui/form/choices.tsx';
import { said, t } from '../words/words.ts';
import styles from './matter.module.css';

const NumberField = later<NumberInputProps>(() =>
  import('../ui/form/number-field.tsx').then((file) => file.NumberField),
);

export type FieldValue = string | number | boolean | null;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** A field of a kind, as the list of kinds and the ticket both tell it. */
export type FieldShape = AskedField & {
  name: Words;
  hint: Words | null;
  type: string;
  choices: readonly { key: string; name: Words }[];
};

type FieldInputsProps = {
  fields: readonly FieldShape[];
  values: FieldValues;
  onChange: (key: string, value: FieldValue) => void;
  /** May not be left empty now. */
  isRequired: (key: string) => boolean;
  errorOf: (key: string) => ReactNode;
  /** The kind's other fields and what stands in them, where these are some of them: what is asked depends on all. */
  among?: { fields: readonly FieldShape[]; values: FieldValues };
};

/** The fields of a kind that are asked, each by its type: choices as keys, yes or no as two, the rest as fields. */
export function FieldInputs({ fields, values, onChange, isRequired, errorOf, among }: FieldInputsProps) {
  const all = among?.fields ?? fields;
  const stands = { ...among?.values, ...values };
  return (
    <div className={styles['fields']}>
      {fields
        .filter((field) => isAsked(all, field.key, stands))
        .map((field) => (
          <div key={field.key} data-short={short.has(field.type) || undefined}>
            <FieldInput
              field={field}
              value={values[field.key] ?? null}
              onChange={(value) => onChange(field.key, value)}
              required={isRequired(field.key)}
              error={errorOf(field.key)}
            />
          </div>
        ))}
    </div>
  );
}

/** Several of these stand side by side. */
const short = new Set(['yes_no', 'number', 'date']);

type FieldInputProps = {
  field: FieldShape;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  required: boolean;
  error: ReactNode;
};

function FieldInput({ field, value, onChange, required, error }: FieldInputProps) {
  const shared = { label: said(field.name), required, error };
  const hint = field.hint ? said(field.hint) : undefined;
  const text = typeof value === 'string' ? value : '';
  if (field.type === 'choice')
    return (
      <Choices
        {...shared}
        hint={hint}
        optional={!required}
        options={field.choices.map((one) => ({ value: one.key, label: said(one.name) }))}
        value={text || null}
        onChange={onChange}
      />
    );
  if (field.type === 'yes_no')
    return (
      <Choices
        {...shared}
        hint={hint}
        optional={!required}
        options={[
          { value: 'yes', label: t('matter.yes') },
          { value: 'no', label: t('matter.no') },
        ]}
        value={value === null ? null : value === true ? 'yes' : 'no'}
        onChange={(chosen) => onChange(chosen === null ? null : chosen === 'yes')}
      />
    );
  if (field.type === 'number')
    return (
      <Suspense fallback={<TextInput {...shared} description={hint} value={String(value ?? '')} readOnly />}>
        <NumberField
          {...shared}
          description={hint}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onChange(typeof next === 'number' ? next : null)}
        />
      </Suspense>
    );
  const written = {
    ...shared,
    description: hint,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (field.type === 'long_text') return <Textarea {...written} autosize minRows={2} maxRows={8} />;
  return <TextInput {...written} type={field.type === 'date' ? 'date' : 'text'} />;
}

/** Of `values` what is asked, as all `fields` stand: what was typed before another one turned is not sent. */
export function askedOf(fields: readonly AskedField[], stand: FieldValues, values = stand): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([key]) => isAsked(fields, key, stand)));
}

/** Fields as they are sent: what is empty is left out. */
export function filled(values: FieldValues): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      const tidy = typeof value === 'string' ? value.trim() : value;
      return tidy === null || tidy === '' ? [] : [[key, tidy] as const];
    }),
  );
}
