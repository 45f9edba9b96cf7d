import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DocumentView } from '../../../src/document/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { dayOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Attached } from '../messages/answer.ts';
import { AttachedFiles, AttachFiles } from '../messages/attach-files.tsx';
import { KindAndClass, problemsOf } from './kind-and-class.tsx';

type Values = {
  way: 'in' | 'out';
  kind: string;
  class: string;
  subject: string;
  counterpart: string;
  personId: string;
  dated: string;
  needsAnswer: boolean;
  answerBy: string | null;
  liesAt: string;
  text: string;
  files: Attached[];
};

/** To a letter that is answered: the other way, the same counterpart. */
function valuesOf(answers: DocumentView | null): Values {
  return {
    way: answers?.way === 'in' ? 'out' : 'in',
    kind: answers?.kind.key ?? '',
    class: answers?.class.key ?? '',
    subject: '',
    counterpart: answers?.counterpart ?? '',
    personId: answers?.person.id ?? '',
    dated: dayOf(nowMs()),
    needsAnswer: false,
    answerBy: null,
    liesAt: '',
    text: '',
    files: [],
  };
}

/** A letter in or out; one that needs an answer says by when (DOCS-03). */
export function LetterForm({ answers, done }: { answers: DocumentView | null; done: () => void }) {
  const navigate = useNavigate();
  const [id] = useState(() => newId<'document'>(nowMs()));
  const { people } = useDesk();
  const draft = useDraftForm<Values>({
    subject: `document/letter/${answers?.id ?? 'new'}`,
    initial: valuesOf(answers),
    check: (values) => ({
      ...problemsOf(values),
      counterpart: values.counterpart.trim() ? null : t('papers.counterpart_needed'),
      personId: values.personId ? null : t('papers.person_needed'),
      dated: values.dated ? null : t('papers.dated_needed'),
      answerBy: !values.needsAnswer || values.answerBy ? null : t('papers.answer_by_needed'),
    }),
    send: ({ files, needsAnswer, answerBy, ...values }, options) =>
      api.post(
        'letters',
        {
          id,
          ...values,
          fileIds: files.map((file) => file.id),
          ...(needsAnswer && answerBy ? { answerBy } : {}),
          ...(answers ? { answersId: answers.id } : {}),
        },
        options,
      ),
    changes: () => ['document', ...(answers ? [`document/${answers.id}` as const] : []), 'commitment'],
    done: () => {
      done();
      if (!answers) void navigate({ to: `/papers/documents/${id}` as never });
    },
  });
  const { form } = draft;
  const of = form.getInputProps;
  const setFiles = (next: Attached[]) => form.setFieldValue('files', next);
  return (
    <FormFrame
      draft={draft}
      submit={t('papers.register')}
      beside={<AttachFiles value={form.values.files} onChange={setFiles} />}
    >
      <Choices
        label={t('papers.way')}
        options={(['in', 'out'] as const).map((value) => ({ value, label: t(`papers.way_${value}`) }))}
        value={form.values.way}
        onChange={(way) => form.setFieldValue('way', way as 'in' | 'out')}
      />
      <KindAndClass way={form.values.way} fields={{ kind: of('kind'), class: of('class'), subject: of('subject') }} />
      <TextInput label={t('papers.counterpart')} required maxLength={200} {...of('counterpart')} />
      <TextInput type="date" label={t('papers.dated')} required {...of('dated')} />
      <NativeSelect
        label={t('papers.in_charge')}
        required
        data={[{ value: '', label: '' }, ...peopleOptions(people)]}
        {...of('personId')}
      />
      <Checkbox label={t('papers.needs_answer')} {...of('needsAnswer', { type: 'checkbox' })} />
      {form.values.needsAnswer ? (
        <MomentField
          label={t('papers.answer_by')}
          required
          value={form.values.answerBy}
          onChange={(at) => form.setFieldValue('answerBy', at)}
          error={form.errors['answerBy']}
        />
      ) : null}
      <Textarea label={t('papers.says')} autosize minRows={2} {...of('text')} />
      <TextInput label={t('papers.lies_at')} maxLength={200} {...of('liesAt')} />
      <AttachedFiles value={form.values.files} onChange={setFiles} />
    </FormFrame>
  );
}
