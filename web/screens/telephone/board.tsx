import { NativeSelect } from '@mantine/core';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useRight } from '../../session/session.ts';
import { channelWords } from '../../matter/words.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { weekdayAndTime } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import type { Board, CallLine, Mine, PauseReason } from './calls-data.ts';
import { CallStats, OnlineStats } from './board-stats.tsx';
import { CALLS, pauseReasons, stateWords, whoWords } from './calls-data.ts';
import styles from './telephone.module.css';

/** Who waits and for how long, who takes calls, and how it went today. */
export function TelephoneBoard() {
  const read = useRead<Board>('telephone/board', {
    about: [...CALLS, 'telephone_system', 'duty', 'conversation', 'rota_hours', 'rota_gap'],
  });
  const answers = useRight('contact.record');
  return (
    <Page
      title={t('telephone.title')}
      actions={
        <>
          {answers ? <MyState /> : null}
          <Go to="/rota">{t('telephone.to_rota')}</Go>
          <Go to="/calls">{t('telephone.to_calls')}</Go>
        </>
      }
    >
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? <Shown board={read.data} /> : null}
    </Page>
  );
}

function Shown({ board }: { board: Board }) {
  const { connected, alone, gaps, waiting, talking, online } = board;
  return (
    <div className={styles['board']}>
      {connected ? null : <Notice tone="late">{t('telephone.not_heard')}</Notice>}
      {alone ? <Notice tone="late">{t('telephone.alone')}</Notice> : null}
      {gaps.map(({ channel, from, until }) => (
        <Notice key={channel + from} tone="soon">
          {t(`telephone.gap_${channel}`, { from: weekdayAndTime(from), until: weekdayAndTime(until) })}
        </Notice>
      ))}
      <CallStats board={board} />
      <Section title={t('telephone.waiting')}>
        <Going calls={waiting} label={t('telephone.waiting')} none={t('telephone.nobody_waits')} />
      </Section>
      <Section title={t('telephone.talking')}>
        <Going calls={talking} label={t('telephone.talking')} none={t('telephone.nobody_talks')} />
      </Section>
      <Section title={t('telephone.online')}>
        <OnlineStats online={online} />
        <Online waiting={online.waiting} />
      </Section>
      <Section title={t('telephone.agents')}>
        <Agents agents={board.agents} />
      </Section>
    </div>
  );
}

function Going({ calls, label, none }: { calls: readonly CallLine[]; label: string; none: string }) {
  if (calls.length === 0) return <p className="dim">{none}</p>;
  return (
    <Table
      label={label}
      rows={calls}
      rowId={(row) => row.id}
      columns={[
        { key: 'who', label: t('telephone.who'), cell: whoWords },
        { key: 'line', label: t('telephone.line'), cell: (row) => channelWords(row.channel) },
        { key: 'queue', label: t('telephone.queue'), cell: (row) => row.queue ?? '–' },
        { key: 'since', label: t('telephone.since'), cell: (row) => <When at={row.answeredAt ?? row.beganAt} /> },
        { key: 'by', label: t('telephone.taken_by'), cell: (row) => row.answeredBy?.name ?? '–' },
      ]}
    />
  );
}

function Online({ waiting }: Pick<Board['online'], 'waiting'>) {
  if (waiting.length === 0) return <p className="dim">{t('telephone.nobody_online')}</p>;
  return (
    <Table
      label={t('telephone.online')}
      rows={waiting}
      rowId={(row) => row.id}
      columns={[
        { key: 'who', label: t('telephone.who'), cell: (row) => <Go to={`/messages/${row.id}`}>{row.who}</Go> },
        { key: 'channel', label: t('telephone.channel'), cell: (row) => row.channel },
        { key: 'whose', label: t('telephone.whose'), cell: (row) => row.owner?.name ?? t('telephone.nobodys') },
        {
          key: 'since',
          label: t('telephone.since'),
          cell: (row) => (
            <>
              <When at={row.since} />
              {row.late ? <span className={styles['late']}>{` · ${t('telephone.waiting_late')}`}</span> : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Agents({ agents }: Pick<Board, 'agents'>) {
  if (agents.length === 0) return <p className="dim">{t('telephone.no_agents')}</p>;
  return (
    <Table
      label={t('telephone.agents')}
      rows={agents}
      rowId={(row) => row.person.id}
      columns={[
        { key: 'person', label: t('telephone.person'), cell: (row) => row.person.name },
        { key: 'number', label: t('telephone.number'), cell: (row) => row.number ?? '–' },
        {
          key: 'state',
          label: t('telephone.state'),
          cell: (row) => (row.call ? t(`telephone.now_${row.call}`) : stateWords(row)),
        },
        { key: 'since', label: t('telephone.since'), cell: (row) => (row.state ? <When at={row.state.since} /> : '–') },
      ]}
    />
  );
}

/** Takes calls, or none and why. */
function MyState() {
  const mine = useRead<Mine>('telephone/mine', { about: CALLS });
  const act = useWrite<{ do: 'ready' } | { do: 'pause'; reason: PauseReason }>({
    send: (body, options) => api.post('telephone/acts', body, options),
    changes: () => ['person'],
  });
  const paused = mine.data?.state?.state === 'paused';
  if (!mine.data) return null;
  if (paused || mine.data.state === null)
    return (
      <ActionButton label={t('telephone.take_calls')} busy={act.busy} onRun={() => void act.run({ do: 'ready' })} />
    );
  return (
    <NativeSelect
      aria-label={t('telephone.take_none')}
      value=""
      data={[
        { value: '', label: t('telephone.take_none') },
        ...pauseReasons.map((value) => ({ value, label: t(`telephone.pause_${value}`) })),
      ]}
      onChange={(event) => {
        const reason = pauseReasons.find((one) => one === event.currentTarget.value);
        if (reason) void act.run({ do: 'pause', reason });
      }}
    />
  );
}
