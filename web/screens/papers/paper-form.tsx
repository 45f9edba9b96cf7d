import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Attached } from '../messages/answer.ts';
import { AttachedFiles, AttachFiles } from '../messages/attach-files.tsx';
import { KindAndClass, problemsOf } from './kind-and-class.tsx';

const blank = {
  kind: '',
  class: '',
  subject: '',
  personId: '',
  dated: '',
  counterpart: '',
  liesAt: '',
  files: [] as Attached[],
};

/** A paper filed as it is, by whoever owns its class of the archives (DOCS-04). */
export function PaperForm({ done }: { done: () => void }) {
  const navigate = useNavigate();
  const [id] = useState(() => newId<'document'>(nowMs()));
  const { people } = useDesk();
  const draft = useDraftForm<typeof blank>({
    subject: 'document/paper/new',
    initial: { ...blank, dated: dayOf(nowMs()) },
    check: (values) => ({
      ...problemsOf(values),
      personId: values.personId ? null : t('papers.person_needed'),
      dated: values.dated ? null : t('papers.dated_needed'),
      liesAt: values.liesAt.trim() ? null : t('papers.lies_at_needed'),
    }),
    send: ({ files, ...values }, options) =>
      api.post('papers', { id, ...values, fileIds: files.map((file) => file.id) }, options),
    changes: () => ['document'],
    done: () => {
      done();
      void navigate({ to: `/papers/documents/${id}` as never });
    },
  });
  const of = draft.form.getInputProps;
  const { files } = draft.form.values;
  const setFiles = (next: Attached[]) => draft.form.setFieldValue('files', next);
  return (
    <FormFrame draft={draft} submit={t('papers.file')} beside={<AttachFiles value={files} onChange={setFiles} />}>
      <KindAndClass way="paper" mine fields={{ kind: of('kind'), class: of('class'), subject: of('subject') }} />
      <NativeSelect
        label={t('papers.in_charge')}
        required
        data={[{ value: '', label: '' }, ...peopleOptions(people)]}
        {...of('personId')}
      />
      <TextInput type="date" label={t('papers.dated')} required {...of('dated')} />
      <TextInput label={t('papers.from_department')} maxLength={200} {...of('counterpart')} />
      <TextInput label={t('papers.lies_at')} required maxLength={200} {...of('liesAt')} />
      <AttachedFiles value={files} onChange={setFiles} />
    </FormFrame>
  );
}
