import type { ReactNode } from 'react';
import { isAsked } from '../../../src/pack/asked.ts';
import type { FieldShape, FieldValue, FieldValues } from '../../matter/field-inputs.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import { said, t } from '../../words/words.ts';
import { Line } from './controls.tsx';

type AskedFieldsProps = {
  fields: readonly FieldShape[];
  values: FieldValues;
  onChange: (key: string, value: FieldValue) => void;
  errorOf: (key: string) => ReactNode;
};

/** What a kind cannot be opened without, asked of the customer: as on the screens of the house, by the browser's own fields. */
export function AskedFields({ fields, values, onChange, errorOf }: AskedFieldsProps) {
  return fields
    .filter((field) => isAsked(fields, field.key, values))
    .map((field) => (
      <AskedField
        key={field.key}
        field={field}
        value={values[field.key] ?? null}
        onChange={(value) => onChange(field.key, value)}
        error={errorOf(field.key)}
      />
    ));
}

type AskedFieldProps = {
  field: FieldShape;
  value: FieldValue;
  onChange: (value: FieldValue) => void;
  error: ReactNode;
};

function AskedField({ field, value, onChange, error }: AskedFieldProps) {
  const shared = { label: said(field.name), hint: field.hint ? said(field.hint) : null, required: true, error };
  if (field.type === 'choice')
    return (
      <Choices
        {...shared}
        options={field.choices.map((one) => ({ value: one.key, label: said(one.name) }))}
        value={typeof value === 'string' ? value : null}
        onChange={onChange}
      />
    );
  if (field.type === 'yes_no')
    return (
      <Choices
        {...shared}
        options={[
          { value: 'yes', label: t('matter.yes') },
          { value: 'no', label: t('matter.no') },
        ]}
        value={value === null ? null : value === true ? 'yes' : 'no'}
        onChange={(chosen) => onChange(chosen === null ? null : chosen === 'yes')}
      />
    );
  const number = field.type === 'number';
  return (
    <Line
      {...shared}
      type={number || field.type === 'date' ? field.type : 'text'}
      {...(number ? { inputMode: 'decimal', step: 'any' } : {})}
      value={typeof value === 'boolean' ? '' : (value ?? '')}
      onChange={({ currentTarget: { value: typed } }) => onChange(number ? numberOf(typed) : typed)}
    />
  );
}

const numberOf = (typed: string): number | null => (typed === '' ? null : Number(typed));
