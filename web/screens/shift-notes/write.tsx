import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { refusalWords } from '../../server/refusals.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { ShiftFigures } from './figures.tsx';
import { OpenLines } from './lines.tsx';
import type { OpenShift } from './shift.ts';
import { lineWords } from './shift.ts';

/** The handover of the shift, written from what is open now and completed by hand. */
export function WriteShiftNote() {
  const about = ['ticket', 'commitment', 'rectification', 'round', 'shift_note'] as const;
  const read = useRead<OpenShift>('shift-notes/open', { about, keep: true });
  return (
    <Page title={t('frame.write_shift_note')} aside={read.data ? said(read.data.post.name) : null}>
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Writing key={read.data.post.id} open={read.data} /> : null}
    </Page>
  );
}

type Values = { text: string; toId: string; remarks: Record<string, string> };

function Writing({ open }: { open: OpenShift }) {
  const navigate = useNavigate();
  const [id] = useState(() => newId<'shift_note'>(nowMs()));
  const [lastId] = useState(open.last?.id ?? null);
  const refused = open.can['hand_over'] ?? null;
  const draft = useDraftForm<Values, { id: string }>({
    subject: `shift_note/${open.post.id}`,
    initial: { text: '', toId: '', remarks: {} },
    check: ({ text }) => ({ text: text.trim() ? null : t('shift.text_needed') }),
    send: (values, options) => api.post('shift-notes', bodyOf({ id, lastId }, open, values), options),
    changes: () => ['shift_note', 'commitment'],
    done: (note) => {
      say(t('shift.handed_over_done'));
      void navigate({ to: '/shift-notes/$noteId', params: { noteId: note.id } });
    },
  });
  const { form } = draft;
  if (refused) return <Notice tone="wait">{refusalWords(refused)}</Notice>;
  const { last } = open;
  if (last && last.id !== lastId && last.id !== id) return <HandedOver last={last} />;
  const remark = (lineId: string, text: string) =>
    form.setFieldValue('remarks', { ...form.values.remarks, [lineId]: text });
  return (
    <FormFrame draft={draft} submit={t('shift.hand_over')}>
      <Textarea label={t('shift.text')} required autosize minRows={4} {...form.getInputProps('text')} />
      <NativeSelect
        label={t('shift.to')}
        data={[
          { value: '', label: t('shift.whoever_next') },
          ...open.next.map((one) => ({ value: one.id, label: one.name })),
        ]}
        {...form.getInputProps('toId')}
      />
      <Section title={t('shift.happened')} aside={t('shift.since', { when: absolute(open.from) })}>
        <ShiftFigures figures={open.figures} />
      </Section>
      <OpenLines
        lines={open.lines}
        beside={(line) => (
          <TextInput
            aria-label={t('shift.remark_on', { line: lineWords(line) })}
            placeholder={t('shift.remark')}
            maxLength={1000}
            value={form.values.remarks[line.id] ?? ''}
            onChange={(event) => remark(line.id, event.currentTarget.value)}
          />
        )}
      />
    </FormFrame>
  );
}

/** A colleague was quicker; what was written here stays as a draft. */
function HandedOver({ last }: { last: NonNullable<OpenShift['last']> }) {
  return (
    <Notice tone="wait">
      <p>{t('shift.handed_over_by', { name: last.by.name, when: absolute(last.at) })}</p>
      <Go to={`/shift-notes/${last.id}`}>{t('shift.see_note')}</Go>
    </Notice>
  );
}

/** Remarks on what has been settled meanwhile are left out: the note says what is open. */
function bodyOf(note: { id: string; lastId: string | null }, open: OpenShift, { text, toId, remarks }: Values) {
  return {
    ...note,
    postId: open.post.id,
    ...(toId ? { toId } : {}),
    text: text.trim(),
    remarks: open.lines.flatMap((line) => {
      const remark = remarks[line.id]?.trim() ?? '';
      return remark ? [{ id: line.id, remark }] : [];
    }),
  };
}
