import { IconArrowBackUp, IconPrinter, IconSignature } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { addressOf } from '../../frame/addresses.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { JudgeForm, PlanForm, WithdrawDialog } from './action-forms.tsx';
import { ActionSlip } from './action-slip.tsx';
import type { ActionPage } from './improvements.ts';
import { actionStateWords, causeWords, changedBy, patternWords, sortWords } from './improvements.ts';
import { Measures } from './measures.tsx';

/** One corrective or preventive action: its cause, its measures round by round, and whether they worked. */
export function Action() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<ActionPage>(`improvements/${id}`, { about: [`improvement/${id}`, 'commitment', 'clock'] });
  const { data } = read;
  return (
    <Page
      title={data ? t('improvement.action_number', { number: String(data.number) }) : t('quality.view_actions')}
      aside={data ? actionStateWords(data.state) : null}
      actions={data ? <Acts action={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts key={data.id} action={data} /> : null}
    </Page>
  );
}

function Acts({ action }: { action: ActionPage }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { organisation } = useSession();
  const acknowledge = useWrite<null>({
    send: (_nothing, options) => api.post(`improvements/${action.id}/acknowledge`, undefined, options),
    changes: () => changedBy(action),
    done: () => say(t('improvement.acknowledged_done')),
  });
  return (
    <>
      {action.acknowledgedAt === null ? (
        <ActionButton
          label={t('improvement.acknowledge')}
          icon={IconSignature}
          kind="primary"
          hotkey="y"
          can={action.can}
          action="acknowledge"
          busy={acknowledge.busy}
          onRun={() => void acknowledge.run(null)}
        />
      ) : null}
      <ActionButton
        label={t('improvement.withdraw')}
        icon={IconArrowBackUp}
        kind="quiet"
        can={action.can}
        action="withdraw"
        onRun={() => setWithdrawing(true)}
      />
      <ActionButton
        label={t('quality.print')}
        icon={IconPrinter}
        kind="quiet"
        onRun={() => printSlip(<ActionSlip action={action} organisation={organisation.name} />)}
      />
      <WithdrawDialog action={action} opened={withdrawing} close={() => setWithdrawing(false)} />
    </>
  );
}

function Parts({ action }: { action: ActionPage }) {
  const { recurred, pattern, patternNames, withdrawn } = action;
  return (
    <>
      {recurred > 0 ? <Notice tone="late">{t('improvement.recurred_notice', { count: recurred })}</Notice> : null}
      {withdrawn ? <Notice tone="wait">{t('improvement.withdrawn_notice', { why: withdrawn.reason })}</Notice> : null}
      <Section title={action.title}>
        <Facts
          lines={[
            { label: t('improvement.sort'), value: sortWords(action.sort) },
            { label: t('quality.department'), value: said(action.department.name) },
            { label: t('improvement.addressee'), value: action.addressee?.name },
            { label: t('improvement.acknowledged'), value: byWhen(action.acknowledgedBy, action.acknowledgedAt) },
            { label: t('improvement.cause_sort'), value: causeWords(action.causeSort) },
            { label: t('improvement.cause'), value: action.cause },
            {
              label: t('improvement.answers'),
              value: pattern === null ? null : patternWords(pattern.split('|')[0]!, patternNames),
            },
            { label: t('improvement.opened'), value: byWhen(action.openedBy, action.openedAt) },
            { label: t('improvement.check_by'), value: action.checkBy.name },
            { label: t('improvement.check_at'), value: action.checkAt ? absolute(action.checkAt) : null },
            { label: t('improvement.carried_out'), value: action.carriedOutAt ? absolute(action.carriedOutAt) : null },
            { label: t('improvement.closed'), value: action.closedAt ? absolute(action.closedAt) : null },
          ]}
        />
      </Section>
      <Measures action={action} />
      {action.can['plan'] === null ? <PlanForm key={action.round} action={action} /> : null}
      {action.can['judge'] === null ? <JudgeForm key={action.round} action={action} /> : null}
      <Verdicts action={action} />
      <Sources action={action} />
    </>
  );
}

function byWhen(by: { name: string } | null, at: string | null): string | null {
  return by && at ? `${by.name} · ${absolute(at)}` : null;
}

function Verdicts({ action: { verdicts } }: { action: ActionPage }) {
  if (verdicts.length === 0) return null;
  return (
    <Section title={t('improvement.verdicts')}>
      <Table
        label={t('improvement.verdicts')}
        rows={verdicts}
        rowId={(row) => `${row.round} ${row.verdict}`}
        columns={[
          { key: 'round', label: t('improvement.round'), cell: (row) => row.round },
          {
            key: 'verdict',
            label: t('quality.result'),
            cell: (row) => t(`improvement.verdict_${row.verdict as 'worked' | 'did_not' | 'recurred'}`),
          },
          { key: 'text', label: t('improvement.seen'), cell: (row) => row.text },
          { key: 'by', label: t('improvement.by_whom'), cell: (row) => row.by?.name ?? t('improvement.by_itself') },
          { key: 'at', label: t('improvement.at'), cell: (row) => absolute(row.at) },
        ]}
      />
    </Section>
  );
}

function Sources({ action: { sources } }: { action: ActionPage }) {
  if (sources.length === 0) return null;
  return (
    <Section title={t('improvement.sources')}>
      <Table
        label={t('improvement.sources')}
        rows={sources}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'title',
            label: t('quality.record'),
            cell: (row) => (
              <Go to={addressOf(row.type, row.id) ?? '/quality'}>
                {row.number} {row.title}
              </Go>
            ),
          },
          { key: 'at', label: t('improvement.at'), cell: (row) => absolute(row.at) },
          {
            key: 'again',
            label: t('improvement.again'),
            cell: (row) => (row.again ? t('improvement.after_measures') : null),
          },
        ]}
      />
    </Section>
  );
}
