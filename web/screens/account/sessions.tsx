import type { z } from 'zod';
import type { sessionOut } from '../../../src/auth/inputs.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { deviceOf } from './device.ts';

type Answer = { items: z.output<typeof sessionOut>[] };

/** Where one is signed in; any but this one can be ended from here. */
export function Sessions() {
  const read = useRead<Answer>('me/sessions', { about: ['session'] });
  const end = useWrite<string>({
    send: (id, options) => api.delete(`me/sessions/${id}`, options),
    changes: () => ['session'],
  });
  return (
    <Section title={t('account.sessions')}>
      {read.isPending ? <LoadingLines count={3} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data ? (
        <Table
          label={t('account.sessions')}
          rows={read.data.items}
          rowId={(row) => row.id}
          columns={[
            { key: 'agent', label: t('account.where'), cell: (row) => deviceOf(row.agent) },
            { key: 'address', label: t('account.address'), cell: (row) => row.address },
            { key: 'since', label: t('account.since'), cell: (row) => <When at={row.since} /> },
            { key: 'seen', label: t('account.last_seen'), cell: (row) => <When at={row.lastSeenAt} /> },
            {
              key: 'end',
              label: t('account.end'),
              acts: true,
              cell: (row) =>
                row.current ? (
                  <span className="dim">{t('account.this_one')}</span>
                ) : (
                  <ActionButton
                    label={t('account.end')}
                    kind="quiet"
                    busy={end.busy}
                    onRun={() => void end.run(row.id)}
                  />
                ),
            },
          ]}
        />
      ) : null}
    </Section>
  );
}
