import { NativeSelect, TextInput } from '@mantine/core';
import type { DocumentView } from '../../../src/document/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { said, t } from '../../words/words.ts';
import { usePaperRules } from './house.ts';

/** What a change of a document makes old. */
export const changesOf = (id: string) => () => ['document', `document/${id}`, 'commitment'] as const;

type FormProps = { document: DocumentView; close: () => void };

/** To which post it is passed. */
export function SendForm({ document: { id }, close }: FormProps) {
  const { reviewers } = usePaperRules();
  const draft = useDraftForm({
    subject: `document/${id}/send`,
    initial: { postId: '' },
    check: ({ postId }) => ({ postId: postId ? null : t('papers.post_needed') }),
    send: (values, options) => api.post(`documents/${id}/review`, values, options),
    changes: changesOf(id),
    done: close,
  });
  return (
    <FormFrame draft={draft} submit={t('papers.act_send')}>
      <NativeSelect
        label={t('papers.passed_to')}
        required
        data={[{ value: '', label: '' }, ...reviewers.map((post) => ({ value: post.id, label: said(post.name) }))]}
        {...draft.form.getInputProps('postId')}
      />
    </FormFrame>
  );
}

/** Where the paper lies. */
export function FileForm({ document: { id, liesAt }, close }: FormProps) {
  const draft = useDraftForm({
    subject: `document/${id}/file`,
    initial: { liesAt },
    check: (values) => ({ liesAt: values.liesAt.trim() ? null : t('papers.lies_at_needed') }),
    send: (values, options) => api.post(`documents/${id}/file`, values, options),
    changes: changesOf(id),
    done: close,
  });
  return (
    <FormFrame draft={draft} submit={t('papers.file')}>
      <TextInput label={t('papers.lies_at')} required maxLength={200} {...draft.form.getInputProps('liesAt')} />
    </FormFrame>
  );
}

/** Who has the paper until when. */
export function LendForm({ document: { id }, close }: FormProps) {
  const { people } = useDesk();
  const draft = useDraftForm<{ toId: string; why: string; dueAt: string | null }>({
    subject: `document/${id}/lend`,
    initial: { toId: '', why: '', dueAt: null },
    check: ({ toId, why, dueAt }) => ({
      toId: toId ? null : t('papers.person_needed'),
      why: why.trim() ? null : t('papers.lent_for_needed'),
      dueAt: dueAt ? null : t('papers.due_needed'),
    }),
    send: (values, options) => api.post(`documents/${id}/lend`, values, options),
    changes: changesOf(id),
    done: close,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('papers.act_lend')}>
      <NativeSelect
        label={t('papers.lent_to')}
        required
        data={[{ value: '', label: '' }, ...peopleOptions(people)]}
        {...form.getInputProps('toId')}
      />
      <TextInput label={t('papers.lent_for')} required maxLength={200} {...form.getInputProps('why')} />
      <MomentField
        label={t('papers.back_by')}
        required
        value={form.values.dueAt}
        onChange={(at) => form.setFieldValue('dueAt', at)}
        error={form.errors['dueAt']}
      />
    </FormFrame>
  );
}
