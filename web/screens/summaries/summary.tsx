import { Textarea, TextInput } from '@mantine/core';
import { IconCheck, IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import type { summaryPageOut } from '../../../src/summary/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { refusalWords } from '../../server/refusals.ts';
import { said, t } from '../../words/words.ts';
import { TakeOut } from '../figures/take-out.tsx';
import { Complaints } from './complaints.tsx';
import { Late, ServiceFigures } from './service.tsx';
import { Upward } from './upward.tsx';
import { WeekFigures } from './week-figures.tsx';
import { SpecialFigures, Situations } from './special.tsx';
import { stateWords, titleWords } from './summaries.tsx';

export type SummaryAnswer = z.output<typeof summaryPageOut>;

/** One week's complaints or one month's special situations in figures, the matters behind them, and the words of whoever answers for it. */
export function Summary() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<SummaryAnswer>(`summaries/${id}`, { about: [`summary/${id}`, 'ticket', 'notification'] });
  const { data } = read;
  usePrintable();
  return (
    <Page
      title={data ? titleWords(data) : t('summaries.title')}
      aside={data ? stateWords(data) : null}
      actions={
        <>
          {data?.can['receive'] === null ? <Receive id={id} /> : null}
          <TakeOut path={`summaries/${id}/document`} />
          <ActionButton label={t('summaries.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />
        </>
      }
    >
      {read.isPending ? <LoadingLines count={16} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts summary={data} /> : null}
    </Page>
  );
}

function Parts({ summary }: { summary: SummaryAnswer }) {
  // a report that holds its own parts only has no figures of the service
  const figures = summary.service && summary.service.figures.length > 0 ? summary.service : null;
  return (
    <>
      <Facts
        lines={[
          { label: t('summaries.owner'), value: summary.owner?.name },
          { label: t('summaries.due'), value: summary.dueAt ? absolute(summary.dueAt) : null },
          { label: t('summaries.submitted_by'), value: summary.submittedBy?.name },
          {
            label: t('summaries.signed'),
            value:
              summary.signedAs && summary.submittedAt
                ? t('summaries.signed_as', { name: summary.signedAs, when: absolute(summary.submittedAt) })
                : null,
          },
          {
            label: t('summaries.to'),
            value: summary.addresseePost ? said(summary.addresseePost.name) : summary.addressee?.name,
          },
          { label: t('summaries.receipts'), value: summary.brought.map(receiptWords).join(' · ') },
        ]}
      />
      {summary.statistics ? <WeekFigures statistics={summary.statistics} /> : null}
      {summary.special ? <SpecialFigures figures={summary.special.figures} /> : null}
      {figures ? <ServiceFigures service={figures} /> : null}
      {summary.submittedAt ? <Words summary={summary} /> : <Submit key={summary.id} summary={summary} />}
      {summary.upward ? <Upward upward={summary.upward} /> : null}
      {figures ? <Late rows={figures.late} more={summary.more} /> : null}
      {summary.special ? <Situations rows={summary.special.situations} more={summary.more} /> : null}
      {summary.statistics ? <Complaints rows={summary.complaints} more={summary.more} /> : null}
    </>
  );
}

/** "I have it", said by whom it was brought to or whose post it went to. */
function Receive({ id }: { id: string }) {
  const receive = useWrite<void>({
    send: (_, options) => api.post(`summaries/${id}/receive`, undefined, options),
    changes: () => [`summary/${id}`, 'summary', 'notification'],
    done: () => say(t('summaries.received_done')),
  });
  return (
    <ActionButton
      label={t('summaries.receive')}
      icon={IconCheck}
      kind="primary"
      busy={receive.busy}
      onRun={() => void receive.run()}
    />
  );
}

function receiptWords({ person, receivedAt }: SummaryAnswer['brought'][number]): string {
  return receivedAt
    ? t('summaries.receipt', { name: person.name, when: absolute(receivedAt) })
    : t('summaries.no_receipt', { name: person.name });
}

/** A report upward proposes; a summary says what will be done. */
const measuresWords = ({ report }: SummaryAnswer): string =>
  report ? t('summaries.proposed') : t('summaries.measures');

function Words({ summary }: { summary: SummaryAnswer }) {
  return (
    <Section title={t('summaries.summary')}>
      <Facts
        lines={[
          { label: t('summaries.text'), value: summary.text },
          { label: t('summaries.late_because'), value: summary.lateBecause },
          { label: measuresWords(summary), value: summary.measures },
        ]}
      />
    </Section>
  );
}

/** The draft is kept while it is written; submitted, it is never changed. A service report is signed with one's own name. */
function Submit({ summary }: { summary: SummaryAnswer }) {
  const refused = summary.can['submit'] ?? null;
  const { service } = summary;
  const late = service?.lateCount ?? 0;
  const draft = useDraftForm({
    subject: `summary/${summary.id}`,
    initial: { text: '', measures: '', lateBecause: '', signedAs: '' },
    check: ({ text, lateBecause, signedAs }) => ({
      text: text.trim() ? null : t('summaries.text_needed'),
      lateBecause:
        late > 0 && !lateBecause.trim() ? refusalWords({ code: 'summary.late_unexplained', params: { late } }) : null,
      signedAs: service && !signedAs.trim() ? refusalWords({ code: 'summary.not_your_name' }) : null,
    }),
    send: ({ signedAs, ...values }, options) =>
      api.post(`summaries/${summary.id}/submit`, service ? { ...values, signedAs } : values, options),
    changes: () => [`summary/${summary.id}`, 'summary', 'commitment'],
    done: () => say(service ? t('summaries.sent') : t('summaries.done')),
  });
  if (refused) return <Notice tone="wait">{refusalWords(refused)}</Notice>;
  const of = draft.form.getInputProps;
  return (
    <Section title={t('summaries.summary')}>
      <FormFrame draft={draft} submit={service ? t('summaries.sign_and_send') : t('summaries.submit')}>
        <Textarea label={t('summaries.text')} required autosize minRows={4} {...of('text')} />
        {late > 0 ? (
          <Textarea label={t('summaries.late_because')} required autosize minRows={2} {...of('lateBecause')} />
        ) : null}
        <Textarea label={measuresWords(summary)} autosize minRows={2} {...of('measures')} />
        {service ? <TextInput label={t('summaries.sign_as')} required autoComplete="off" {...of('signedAs')} /> : null}
      </FormFrame>
    </Section>
  );
}
