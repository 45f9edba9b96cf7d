import type { TextInputProps } from '@mantine/core';
import { TextInput } from '@mantine/core';
import { t } from '../../words/words.ts';

/** How many, as `wholeOf` reads it. */
export function QuantityField(input: TextInputProps) {
  return <TextInput label={t('materials.quantity')} required inputMode="numeric" maxLength={7} {...input} />;
}
