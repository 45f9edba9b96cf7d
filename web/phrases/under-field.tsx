import type { UseFormReturnType } from '@mantine/form';
import type { ComponentProps } from 'react';
import { Flags } from './flags.tsx';
import { Phrases } from './phrases.tsx';

type Values = { text: string; evenSo: boolean };

type UnderFieldProps = Omit<ComponentProps<typeof Phrases>, 'text'> & {
  form: Pick<UseFormReturnType<Values>, 'values' | 'errors' | 'setFieldValue'>;
};

/** What helps under a field in which somebody writes to a customer: what is said again and again, and what is not said. */
export function UnderField({ form, ...props }: UnderFieldProps) {
  const { text, evenSo } = form.values;
  return (
    <>
      <Phrases {...props} text={text} />
      <Flags
        text={text}
        evenSo={evenSo}
        mean={(meant) => form.setFieldValue('evenSo', meant)}
        error={form.errors['evenSo']}
      />
    </>
  );
}
