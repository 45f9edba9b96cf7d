import { said, t } from '../words/words.ts';
import type { FieldShape, FieldValue } from './field-inputs.tsx';

/** What a field holds, in words. */
export function fieldWords(field: FieldShape, value: FieldValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? t('matter.yes') : t('matter.no');
  const choice = field.choices.find((one) => one.key === value);
  return choice ? said(choice.name) : String(value);
}
