import { Textarea } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { refusalWords } from '../../server/refusals.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { ShiftFigures } from './figures.tsx';
import { OpenLines } from './lines.tsx';
import type { NotePage } from './shift.ts';
import { stateWords } from './shift.ts';

/** One handover note as it was written, and its acceptance by the next. */
export function ShiftNote() {
  const { noteId } = useParams({ strict: false }) as { noteId: string };
  const read = useRead<NotePage>(`shift-notes/${noteId}`, { about: [`shift_note/${noteId}`, 'clock'] });
  const { data } = read;
  usePrintable();
  return (
    <Page
      title={data ? t('shift.of', { post: said(data.post.name) }) : t('shift.title')}
      aside={data ? stateWords(data) : null}
      actions={<ActionButton label={t('shift.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts note={data} /> : null}
    </Page>
  );
}

function Parts({ note }: { note: NotePage }) {
  return (
    <>
      <Facts
        lines={[
          { label: t('shift.by'), value: `${note.by.name} · ${absolute(note.handedAt)}` },
          { label: t('shift.to'), value: note.to?.name ?? t('shift.whoever_next') },
          { label: t('shift.accept_by'), value: note.acceptBy ? absolute(note.acceptBy) : null },
          {
            label: t('shift.accepted_by'),
            value: note.acceptedBy && note.acceptedAt ? `${note.acceptedBy.name} · ${absolute(note.acceptedAt)}` : null,
          },
          { label: t('shift.remark_of_next'), value: note.remark },
          { label: t('shift.text'), value: note.text },
        ]}
      />
      {note.acceptedAt ? null : <Accept key={note.id} note={note} />}
      <Section title={t('shift.happened')} aside={t('shift.since', { when: absolute(note.from) })}>
        <ShiftFigures figures={note.figures} />
      </Section>
      <OpenLines lines={note.lines} beside={(line) => (line.remark ? <p>{line.remark}</p> : null)} />
    </>
  );
}

/** The next says that he has the shift, and asks what is not clear. */
function Accept({ note }: { note: NotePage }) {
  const refused = note.can['accept'] ?? null;
  const draft = useDraftForm({
    subject: `shift_note/${note.id}/accept`,
    initial: { remark: '' },
    send: (values, options) => api.post(`shift-notes/${note.id}/accept`, values, options),
    changes: () => [`shift_note/${note.id}`, 'shift_note', 'commitment'],
    done: () => say(t('shift.accepted_done')),
  });
  if (refused) return <Notice tone="wait">{refusalWords(refused)}</Notice>;
  return (
    <Section title={t('shift.take_over')}>
      <FormFrame draft={draft} submit={t('shift.accept')}>
        <Textarea label={t('shift.question')} autosize minRows={2} {...draft.form.getInputProps('remark')} />
      </FormFrame>
    </Section>
  );
}
