import type { z } from 'zod';
import type { moveOut } from '../../../../src/administration/effect-shapes.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { ShareBar, Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';

type Move = z.output<typeof moveOut>;

/** How far open tickets have been taken over to new versions; one that goes on can be stopped. */
export function Moves({ kind }: { kind: string }) {
  const read = useRead<{ items: Move[] }>(`kinds/${kind}/moves`, { about: ['organisation'] });
  const rows = read.data?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <Section title={t('kinds.moves')}>
      <Table
        label={t('kinds.moves')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          { key: 'version', label: t('calendars.version'), cell: (row) => row.version },
          { key: 'at', label: t('calendars.changed'), cell: (row) => <When at={row.begunAt} /> },
          { key: 'by', label: t('calendars.by'), cell: (row) => row.by },
          { key: 'moved', label: t('kinds.moved'), cell: (row) => <Progress move={row} /> },
          { key: 'state', label: t('people.state'), cell: (row) => <State move={row} /> },
        ]}
      />
    </Section>
  );
}

function Progress({ move }: { move: Move }) {
  return (
    <>
      {t('kinds.n_of', { n: move.moved, of: move.total })} <ShareBar n={move.moved} of={move.total} />
    </>
  );
}

function State({ move }: { move: Move }) {
  const stop = useWrite<void>({
    send: (_, options) => api.post(`kind-moves/${move.id}/stop`, {}, options),
    changes: () => ['organisation'],
  });
  if (move.stoppedBy) return <>{t('kinds.stopped_by', { who: move.stoppedBy })}</>;
  if (move.endedAt) return <>{t('kinds.move_over')}</>;
  return <ActionButton label={t('kinds.stop')} kind="quiet" busy={stop.busy} onRun={() => void stop.run()} />;
}
