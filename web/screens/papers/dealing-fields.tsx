import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DEALING_WAYS } from '../../../src/liaison/liaison.ts';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { t } from '../../words/words.ts';

/** What one dealing says. */
export type Said = { way: string; contactId: string; said: string; happenedAt: string | null };
export const blankSaid: Said = { way: 'phone', contactId: '', said: '', happenedAt: null };

export const saidProblems = ({ said }: Said) => ({ said: said.trim() ? null : t('papers.said_needed') });

export function dealingOf({ way, contactId, said, happenedAt }: Said) {
  return { way, said, ...(contactId ? { contactId } : {}), ...(happenedAt ? { happenedAt } : {}) };
}

/** What comes next, by which day. */
export type Next = { step: string; by: string | null };

export const nextProblems = ({ step, by }: Next) => ({
  step: step.trim() ? null : t('papers.step_needed'),
  by: by ? null : t('papers.due_needed'),
});

type Form<Values> = UseFormReturnType<Values>;
type Contact = { id: string; name: string; endedAt?: string | null };

export function DealingFields<Values extends Said>(props: { form: Form<Values>; contacts: readonly Contact[] }) {
  const form = props.form as unknown as Form<Said>;
  const there = props.contacts.filter(({ endedAt }) => !endedAt);
  return (
    <>
      <NativeSelect
        label={t('papers.how')}
        data={DEALING_WAYS.map((value) => ({ value, label: t(`papers.dealt_${value}`) }))}
        {...form.getInputProps('way')}
      />
      {there.length > 0 ? (
        <NativeSelect
          label={t('papers.with_whom')}
          data={[
            { value: '', label: t('papers.nobody_by_name') },
            ...there.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps('contactId')}
        />
      ) : null}
      <Textarea label={t('papers.said')} required autosize minRows={2} {...form.getInputProps('said')} />
      <MomentField
        label={t('papers.when')}
        description={t('papers.now_left_out')}
        value={form.values.happenedAt}
        onChange={(at) => form.setFieldValue('happenedAt', at)}
        quick={[]}
      />
    </>
  );
}

export function NextFields<Values extends Next>(props: { form: Form<Values> }) {
  const form = props.form as unknown as Form<Next>;
  return (
    <>
      <TextInput label={t('papers.next_step')} required maxLength={200} {...form.getInputProps('step')} />
      <MomentField
        label={t('papers.next_by')}
        required
        value={form.values.by}
        onChange={(at) => form.setFieldValue('by', at)}
        error={form.errors['by']}
      />
    </>
  );
}
