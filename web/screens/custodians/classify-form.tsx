import { NativeSelect, TextInput } from '@mantine/core';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { classOptions, useClasses } from './data.ts';

const NONE = '-';

/** Under which class these customers stand from now on, and by what. */
export function ClassifyForm({ customers, close }: { customers: readonly string[]; close: () => void }) {
  const classes = useClasses();
  const draft = useDraftForm<{ class: string; why: string }, { changed: number }>({
    subject: null,
    initial: { class: '', why: '' },
    check: (values) => ({
      class: values.class ? null : t('custodians.class_needed'),
      why: values.why.trim() ? null : t('custodians.why_needed'),
    }),
    send: ({ class: of, why }, options) =>
      api.post(
        'customer-classes/classify',
        { customerIds: customers, class: of === NONE ? null : of, why: why.trim() },
        options,
      ),
    changes: () => ['customer', 'custodian_contact'],
    done: ({ changed }) => {
      say(t('custodians.classified', { count: changed }));
      close();
    },
  });
  const of = draft.form.getInputProps;
  return (
    <FormFrame draft={draft} submit={t('custodians.classify')}>
      <NativeSelect
        label={t('custodians.class')}
        required
        data={[{ value: '', label: '' }, ...classOptions(classes), { value: NONE, label: t('custodians.no_class') }]}
        {...of('class')}
      />
      <TextInput
        label={t('custodians.classify_why')}
        description={t('custodians.why_kept')}
        required
        maxLength={200}
        {...of('why')}
      />
    </FormFrame>
  );
}
