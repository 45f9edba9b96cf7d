import { Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DocumentView } from '../../../src/document/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Attached } from '../messages/answer.ts';
import { AttachedFiles, AttachFiles } from '../messages/attach-files.tsx';
import { KindAndClass, problemsOf } from './kind-and-class.tsx';

type Values = { kind: string; class: string; subject: string; text: string; files: Attached[] };
type Props = { document: DocumentView | null; supersedes?: DocumentView; done: () => void };

function valuesOf(one: DocumentView | null | undefined): Values {
  if (!one) return { kind: '', class: '', subject: '', text: '', files: [] };
  return { kind: one.kind.key, class: one.class.key, subject: one.subject, text: one.text, files: [] };
}

/** A draft, as it is begun, as it is worded anew, or as it is to take the place of an approved one. */
export function DraftForm({ document, supersedes, done }: Props) {
  const navigate = useNavigate();
  const [id] = useState(() => document?.id ?? newId<'document'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: document ? `document/${document.id}` : `document/new/${supersedes?.id ?? 'draft'}`,
    initial: valuesOf(document ?? supersedes),
    version: document?.version,
    check: (values) => ({
      ...problemsOf(values),
      text: values.text.trim() || values.files.length > 0 || document?.files.length ? null : t('papers.text_needed'),
    }),
    send: ({ files, ...values }, options, { version }) => {
      const said = { ...values, fileIds: files.map((file) => file.id) };
      return document
        ? api.put(`documents/${id}`, { seen: version, ...said }, options)
        : api.post('documents', { id, ...said, ...(supersedes ? { supersedesId: supersedes.id } : {}) }, options);
    },
    changes: () => ['document', `document/${id}`],
    done: () => {
      done();
      if (!document) void navigate({ to: `/papers/documents/${id}` as never });
    },
  });
  const of = draft.form.getInputProps;
  const { files } = draft.form.values;
  const setFiles = (next: Attached[]) => draft.form.setFieldValue('files', next);
  return (
    <FormFrame draft={draft} submit={t('papers.save_draft')} beside={<AttachFiles value={files} onChange={setFiles} />}>
      <KindAndClass way="draft" fields={{ kind: of('kind'), class: of('class'), subject: of('subject') }} />
      <Textarea label={t('papers.text')} autosize minRows={8} {...of('text')} />
      <AttachedFiles value={files} onChange={setFiles} />
    </FormFrame>
  );
}
