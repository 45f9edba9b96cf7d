import { IconMessages, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { ChannelForm } from './channel-form.tsx';
import type { Added, Kind } from './channels.ts';
import { ChatForm } from './chat-form.tsx';
import { howWords, kindWords, useChannels } from './channels.ts';
import type { Made } from './hook.tsx';
import { Hook } from './hook.tsx';

/** The ways by which customers write, and how it goes with each. */
export function Channels() {
  const read = useChannels();
  const [adding, setAdding] = useState<'way' | 'chat' | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const close = () => {
    setAdding(null);
    setMade(null);
  };
  const done = (added: Added | null, kind: Kind) => (added?.secret ? setMade({ added, kind }) : close());
  const rows = read.data?.items ?? [];
  return (
    <Page
      title={t('administration.channels')}
      actions={
        <>
          <ActionButton label={t('channels.add')} icon={IconPlus} onRun={() => setAdding('way')} />
          {rows.some(({ kind }) => kind === 'chat') ? null : (
            <ActionButton label={t('channels.add_chat')} icon={IconMessages} onRun={() => setAdding('chat')} />
          )}
        </>
      }
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={4} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && rows.length === 0 ? (
        <EmptyState title={t('channels.none')}>{t('channels.none_why')}</EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <Table
          label={t('administration.channels')}
          rows={rows}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'name',
              label: t('channels.name'),
              cell: (row) => (
                <Link to="/administration/channels/$id" params={{ id: row.id }}>
                  {row.name}
                </Link>
              ),
            },
            { key: 'kind', label: t('channels.kind'), cell: ({ kind }) => kindWords(kind) },
            { key: 'address', label: t('channels.address'), cell: (row) => (row.kind === 'chat' ? '–' : row.address) },
            {
              key: 'department',
              label: t('matter.department'),
              cell: (row) => (row.department ? said(row.department.name) : t('channels.front_desk')),
            },
            { key: 'state', label: t('channels.state'), cell: howWords },
            {
              key: 'checked',
              label: t('channels.checked'),
              cell: ({ state }) => (state.checkedAt ? <When at={state.checkedAt} /> : '–'),
            },
          ]}
        />
      ) : null}
      <Dialog opened={adding === 'way'} close={close} title={t('channels.add')} size="lg">
        {made ? <Hook made={made} end={close} /> : <ChannelForm channel={null} done={done} />}
      </Dialog>
      <Dialog opened={adding === 'chat'} close={close} title={t('channels.add_chat')} size="lg">
        <ChatForm chat={null} done={close} />
      </Dialog>
    </Page>
  );
}
