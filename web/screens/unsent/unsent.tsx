import { useState } from 'react';
import { flush, giveUp, sendAgain, setAside, waiting } from '../../offline/outbox.ts';
import type { Waiting } from '../../offline/outbox.ts';
import { refusalWords } from '../../server/refusals.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { useStore } from '../../ui/store.ts';
import type { TableColumn } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { Content } from './content.tsx';

const whatAndWhen = (): readonly TableColumn<Waiting>[] => [
  { key: 'act', label: t('unsent.act'), cell: (row) => row.label },
  { key: 'at', label: t('unsent.at'), cell: (row) => <When at={row.at} /> },
  { key: 'content', label: t('unsent.content'), cell: (row) => <Content of={row} /> },
];

/** What was done on this device and the server does not have: what will be sent, and what was not accepted, with its reason. */
export function Unsent() {
  const queue = useStore(waiting);
  const refused = useStore(setAside);
  return (
    <Page title={t('frame.unsent')}>
      {queue.length + refused.length === 0 ? (
        <EmptyState title={t('unsent.none')}>{t('unsent.none_why')}</EmptyState>
      ) : null}
      {queue.length > 0 ? (
        <Section
          title={t('unsent.waiting')}
          actions={<ActionButton label={t('unsent.send_now')} onRun={() => void flush()} />}
        >
          <p className="dim">{t('unsent.waiting_why')}</p>
          <Table label={t('unsent.waiting')} rows={queue} rowId={(row) => row.key} columns={whatAndWhen()} />
        </Section>
      ) : null}
      {refused.length > 0 ? <Refused rows={refused} /> : null}
    </Page>
  );
}

function Refused({ rows }: { rows: readonly Waiting[] }) {
  const [leaving, setLeaving] = useState<Waiting | null>(null);
  return (
    <Section title={t('unsent.refused')}>
      <p className="dim">{t('unsent.refused_why')}</p>
      <Table
        label={t('unsent.refused')}
        rows={rows}
        rowId={(row) => row.key}
        columns={[
          ...whatAndWhen(),
          { key: 'why', label: t('unsent.why'), cell: ({ refused }) => refused && refusalWords(refused) },
          {
            key: 'do',
            label: t('unsent.what_now'),
            cell: (row) => (
              <>
                <ActionButton label={t('unsent.again')} onRun={() => void sendAgain(row)} />
                <ActionButton label={t('unsent.give_up')} kind="quiet" onRun={() => setLeaving(row)} />
              </>
            ),
          },
        ]}
      />
      <AskFirst
        opened={leaving !== null}
        close={() => setLeaving(null)}
        title={t('unsent.give_up_title', { label: leaving?.label ?? '' })}
        act={t('unsent.give_up')}
        run={() => {
          if (leaving) void giveUp(leaving);
          setLeaving(null);
        }}
      >
        <p>{t('unsent.give_up_why')}</p>
      </AskFirst>
    </Section>
  );
}
