import type { ReactNode } from 'react';
import { Choices } from '../ui/form/choices.tsx';
import { t } from '../words/words.ts';
import { satisfactionWords } from './words.ts';

type SatisfactionProps = { value: number | null; onChange: (value: number | null) => void; error?: ReactNode };

/** What the customer thinks of it, from very dissatisfied to very satisfied; not known where nobody asked. */
export function Satisfaction({ value, onChange, error }: SatisfactionProps) {
  return (
    <Choices
      label={t('matter.satisfaction')}
      optional
      options={[5, 4, 3, 2, 1].map((level) => ({ value: String(level), label: satisfactionWords(level) }))}
      value={value === null ? null : String(value)}
      onChange={(level) => onChange(level === null ? null : Number(level))}
      error={error}
    />
  );
}
