import { useMemo } from 'react';
import type { z } from 'zod';
import type { holdsOut } from '../../../../src/privacy/view.ts';
import { api } from '../../../server/api.ts';
import { pageItems, usePages } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Go } from '../../../ui/go.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';

type Hold = z.output<typeof holdsOut>['items'][number];

/** What is held back from being erased, or was: who put it there, why, and until when. */
export function Holds() {
  const found = usePages<Hold>('legal-holds', { about: ['organisation', 'customer', 'ticket'] });
  const rows = useMemo(() => pageItems(found.data), [found.data]);
  const lift = useWrite<string>({
    send: (id, options) => api.post(`legal-holds/${id}/lift`, {}, options),
    changes: () => ['organisation', 'customer', 'ticket'],
  });
  return (
    <Section title={t('privacy.holds')}>
      {found.data && rows.length === 0 ? <p className="dim">{t('privacy.no_holds')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={t('privacy.holds')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'held',
              label: t('privacy.held'),
              cell: ({ subject, label }) => <Go to={`/${subject.type}s/${subject.id}`}>{label}</Go>,
            },
            { key: 'why', label: t('privacy.why'), cell: (row) => row.why },
            { key: 'by', label: t('privacy.by'), cell: (row) => row.by },
            { key: 'since', label: t('privacy.since'), cell: (row) => <When at={row.at} /> },
            { key: 'until', label: t('privacy.until'), cell: (row) => (row.until ? <When at={row.until} /> : null) },
            {
              key: 'lift',
              label: t('privacy.lift'),
              cell: (row) =>
                row.liftedBy ? (
                  t('privacy.lifted', { who: row.liftedBy })
                ) : (
                  <ActionButton label={t('privacy.lift')} kind="quiet" onRun={() => void lift.run(row.id)} />
                ),
            },
          ]}
        />
      ) : null}
      {found.hasNextPage ? (
        <div>
          <ActionButton label={t('security.more')} onRun={() => void found.fetchNextPage()} />
        </div>
      ) : null}
    </Section>
  );
}
