import { TextInput } from '@mantine/core';
import { IconCheck, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Facts } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, nowMs, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { countWords } from './counts.tsx';
import type { CountPage } from './custody-words.ts';
import { CountSheet } from './sheet.tsx';

/** One count: its sheet line by line, and what became of each difference. */
export function CustodyCount() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<CountPage>(`custody-counts/${id}`, { about: [`custody_count/${id}`, 'clock'] });
  const { data } = read;
  usePrintable();
  return (
    <Page
      title={data ? countWords(data) : t('custody.count')}
      aside={data ? t(`custody.count_state_${data.state}`) : null}
      actions={data ? <Actions count={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Known count={data} /> : null}
      {data?.state === 'due' ? (
        <EmptyState title={t('custody.count_state_due')}>{t('custody.counts_none_why')}</EmptyState>
      ) : null}
      {data && data.sheet.length > 0 ? <CountSheet count={data} /> : null}
    </Page>
  );
}

function Known({ count }: { count: CountPage }) {
  const progress = { counted: numberWords(count.counted), lines: numberWords(count.lines) };
  return (
    <Facts
      lines={[
        { label: t('custody.count_due'), value: count.dueAt ? absolute(count.dueAt) : null },
        { label: t('custody.count_by'), value: count.begunBy?.name },
        { label: t('custody.count_begins'), value: count.begunAt ? absolute(count.begunAt) : null },
        { label: t('custody.count_counted'), value: count.begunAt ? t('custody.count_progress', progress) : null },
        {
          label: t('custody.count_differences'),
          value: count.doneAt ? numberWords(count.differences) : null,
        },
        { label: t('custody.count_settled'), value: count.doneAt ? numberWords(count.settled) : null },
      ]}
    />
  );
}

function Actions({ count }: { count: CountPage }) {
  const [adding, add] = useState(false);
  const does = (path: string, done: string) => ({
    send: (_: void, options: { key: string }) =>
      api.post<void>(`custody-counts/${count.id}/${path}`, undefined, options),
    changes: () => ['custody_count' as const, `custody_count/${count.id}` as const, 'commitment' as const],
    done: () => say(done),
  });
  const begin = useWrite<void>(does('begin', t('custody.count_begun')));
  const complete = useWrite<void>(does('complete', t('custody.count_completed')));
  return (
    <>
      {count.can['begin'] === null ? (
        <ActionButton
          label={t('custody.count_begin')}
          kind="primary"
          busy={begin.busy}
          onRun={() => void begin.run()}
        />
      ) : null}
      {count.can['count'] === null ? (
        <>
          <ActionButton label={t('custody.surplus_add')} icon={IconPlus} hotkey="n" onRun={() => add(true)} />
          <ActionButton
            label={t('custody.count_complete')}
            icon={IconCheck}
            kind="primary"
            can={count.can}
            action="complete"
            busy={complete.busy}
            onRun={() => void complete.run()}
          />
        </>
      ) : null}
      <ActionButton label={t('summaries.print')} icon={IconPrinter} kind="quiet" onRun={() => window.print()} />
      <Dialog opened={adding} close={() => add(false)} title={t('custody.surplus_add')}>
        <SurplusForm count={count} done={() => add(false)} />
      </Dialog>
    </>
  );
}

function SurplusForm({ count, done }: { count: CountPage; done: () => void }) {
  const [id] = useState(() => newId<'custody_count_line'>(nowMs()));
  const draft = useDraftForm<{ label: string; remark: string }, unknown>({
    subject: `custody_count/${count.id}/surplus`,
    initial: { label: '', remark: '' },
    check: ({ label }) => ({ label: label.trim() ? null : t('custody.label_needed') }),
    send: (values, options) => api.post(`custody-counts/${count.id}/lines`, { id, ...values }, options),
    changes: () => [`custody_count/${count.id}`, 'custody_count'],
    done,
  });
  const { getInputProps } = draft.form;
  return (
    <FormFrame draft={draft} submit={t('custody.save')}>
      <TextInput label={t('custody.surplus_label')} required maxLength={200} {...getInputProps('label')} />
      <TextInput label={t('custody.remark')} maxLength={200} {...getInputProps('remark')} />
    </FormFrame>
  );
}
