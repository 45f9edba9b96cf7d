import type { UseFormReturnType } from '@mantine/form';
import type { ComponentProps } from 'react';
import { Flags } from './flags.tsx';
import { Phrases } from './phrases.tsx';

/** The form of whatever is written, so far as it holds these two. */
type Form = Pick<UseFormReturnType<{ text: string; evenSo: boolean }>, 'values' | 'errors'> & {
  setFieldValue: (field: 'evenSo', meant: boolean) => void;
};

type UnderFieldProps = Omit<ComponentProps<typeof Phrases>, 'text'> & { form: Form };

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
