import { useMemo } from 'react';
import type { z } from 'zod';
import type { tokensOut } from '../../../../src/auth/access-view.ts';
import { api } from '../../../server/api.ts';
import { pageItems, usePages } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Go } from '../../../ui/go.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { dateOf, listWords } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import type { Right } from '../posts/post-values.ts';
import { rightWords } from '../posts/post-values.ts';

type Token = z.output<typeof tokensOut>['items'][number];

/** Programs that may act for somebody: whose, what they may, when they last did, until when; each may be ended. */
export function EveryToken() {
  const found = usePages<Token>('tokens', { about: ['session'] });
  const rows = useMemo(() => pageItems(found.data), [found.data]);
  const end = useWrite<string>({
    send: (id, options) => api.delete(`tokens/${id}`, options),
    changes: () => ['session'],
  });
  return (
    <Section title={t('security.every_token')}>
      {found.data && rows.length === 0 ? <p className="dim">{t('security.no_tokens')}</p> : null}
      {rows.length > 0 ? (
        <Table
          label={t('security.every_token')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'person',
              label: t('security.person'),
              cell: ({ person }) => <Go to={`/administration/people/${person.id}`}>{person.name}</Go>,
            },
            { key: 'name', label: t('account.token_name'), cell: (row) => row.name },
            {
              key: 'rights',
              label: t('posts.rights'),
              cell: (row) => listWords(row.rights.map((one) => rightWords(one as Right))),
            },
            {
              key: 'used',
              label: t('account.last_used'),
              cell: (row) => (row.lastUsedAt ? <When at={row.lastUsedAt} /> : t('account.never')),
            },
            { key: 'until', label: t('account.expires'), cell: (row) => dateOf(row.expiresAt) },
            {
              key: 'end',
              label: t('account.end_token'),
              acts: true,
              cell: (row) => (
                <ActionButton label={t('account.end_token')} kind="quiet" onRun={() => void end.run(row.id)} />
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
