import { useMemo } from 'react';
import type { z } from 'zod';
import type { sessionsOut } from '../../../../src/auth/access-view.ts';
import { api } from '../../../server/api.ts';
import { pageItems, usePages } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Go } from '../../../ui/go.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import { deviceOf } from '../../account/device.ts';

type Session = z.output<typeof sessionsOut>['items'][number];

/** Who is signed in, the latest used first; each may be ended from here. */
export function EverySession() {
  const found = usePages<Session>('sessions', { about: ['session'] });
  const rows = useMemo(() => pageItems(found.data), [found.data]);
  const end = useWrite<string>({
    send: (id, options) => api.delete(`sessions/${id}`, options),
    changes: () => ['session'],
  });
  return (
    <Section title={t('security.who_is_in')}>
      <Table
        label={t('security.who_is_in')}
        rows={rows}
        rowId={(row) => row.id}
        columns={[
          {
            key: 'person',
            label: t('security.person'),
            cell: ({ person }) => <Go to={`/administration/people/${person.id}`}>{person.name}</Go>,
          },
          { key: 'by', label: t('security.by'), cell: (row) => row.vouchedBy ?? t('security.by_password') },
          { key: 'agent', label: t('account.where'), cell: (row) => deviceOf(row.agent) },
          { key: 'address', label: t('account.address'), cell: (row) => row.address },
          { key: 'since', label: t('account.since'), cell: (row) => <When at={row.since} /> },
          { key: 'seen', label: t('account.last_seen'), cell: (row) => <When at={row.lastSeenAt} /> },
          {
            key: 'end',
            label: t('security.sign_out'),
            acts: true,
            cell: (row) => (
              <ActionButton label={t('security.sign_out')} kind="quiet" onRun={() => void end.run(row.id)} />
            ),
          },
        ]}
      />
      {found.hasNextPage ? (
        <div>
          <ActionButton label={t('security.more')} onRun={() => void found.fetchNextPage()} />
        </div>
      ) : null}
    </Section>
  );
}
