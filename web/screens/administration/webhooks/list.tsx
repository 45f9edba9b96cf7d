import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { NewWebhook } from './new-webhook.tsx';
import { stateOf, useWebhooks } from './webhooks.ts';

/** The systems that are told of events, and how it goes with each. */
export function Webhooks() {
  const read = useWebhooks();
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t('administration.webhooks')}
      actions={<ActionButton label={t('webhooks.add')} icon={IconPlus} onRun={() => setAdding(true)} />}
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={4} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && read.data.items.length === 0 ? (
        <EmptyState title={t('webhooks.none')}>{t('webhooks.none_why')}</EmptyState>
      ) : null}
      {read.data && read.data.items.length > 0 ? (
        <Table
          label={t('administration.webhooks')}
          rows={read.data.items}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'name',
              label: t('webhooks.name'),
              cell: (row) => (
                <Link to="/administration/webhooks/$id" params={{ id: row.id }}>
                  {row.name}
                </Link>
              ),
            },
            { key: 'url', label: t('webhooks.url'), cell: (row) => row.url },
            { key: 'state', label: t('webhooks.state'), cell: (row) => stateOf(row) },
            {
              key: 'success',
              label: t('webhooks.last_success'),
              cell: (row) => (row.lastSuccessAt ? <When at={row.lastSuccessAt} /> : t('webhooks.never')),
            },
            { key: 'waiting', label: t('webhooks.waiting'), number: true, cell: (row) => row.waiting },
          ]}
        />
      ) : null}
      <NewWebhook opened={adding} close={() => setAdding(false)} />
    </Page>
  );
}
