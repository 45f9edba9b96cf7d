import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { providerOut } from '../../../../src/auth/provider-view.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Section } from '../../../ui/section.tsx';
import { Table } from '../../../ui/table.tsx';
import { numberWords } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import styles from '../administration.module.css';
import { ProviderForm } from './provider-form.tsx';

export type Provider = z.output<typeof providerOut>;
type Answer = { items: Provider[]; returnAddress: string };

/** Who vouches for people besides their passwords. */
export function Providers() {
  const read = useRead<Answer>('identity-providers', { about: ['organisation'] });
  const [editing, setEditing] = useState<Provider | 'new' | null>(null);
  const [closing, setClosing] = useState<Provider | null>(null);
  const end = useWrite<string>({
    send: (id, options) => api.delete(`identity-providers/${id}`, options),
    changes: () => ['organisation', 'session'],
    done: () => setClosing(null),
  });
  if (!read.data) return null;
  return (
    <Section
      title={t('sign_on.title')}
      actions={<ActionButton label={t('sign_on.add')} icon={IconPlus} onRun={() => setEditing('new')} />}
    >
      <p className="dim">{t('sign_on.providers_why')}</p>
      <p>
        {t('sign_on.return_address')} <span className={styles['address']}>{read.data.returnAddress}</span>
      </p>
      <Listed providers={read.data.items} edit={setEditing} close={setClosing} />
      <Dialog opened={editing !== null} close={() => setEditing(null)} title={t('sign_on.title')} size="lg">
        {editing ? <ProviderForm provider={editing === 'new' ? null : editing} done={() => setEditing(null)} /> : null}
      </Dialog>
      <AskFirst
        opened={closing !== null}
        close={() => setClosing(null)}
        title={t('sign_on.close_title', { name: closing?.name ?? '' })}
        act={t('sign_on.close')}
        busy={end.busy}
        run={() => closing && void end.run(closing.id)}
      >
        <p>{t('sign_on.close_why')}</p>
      </AskFirst>
    </Section>
  );
}

type ListedProps = {
  providers: readonly Provider[];
  edit: (provider: Provider) => void;
  close: (provider: Provider) => void;
};

function Listed({ providers, edit, close }: ListedProps) {
  if (providers.length === 0) return null;
  return (
    <Table
      label={t('sign_on.title')}
      rows={providers}
      rowId={(row) => row.id}
      columns={[
        { key: 'name', label: t('sign_on.provider'), cell: (row) => row.name },
        { key: 'issuer', label: t('sign_on.issuer'), cell: (row) => row.issuer },
        { key: 'linked', label: t('sign_on.people'), number: true, cell: (row) => numberWords(row.linked) },
        {
          key: 'state',
          label: t('sign_on.state'),
          cell: (row) => (row.closedAt ? t('sign_on.closed') : t('sign_on.open')),
        },
        {
          key: 'act',
          label: t('sign_on.edit'),
          acts: true,
          cell: (row) => (
            <div className={styles['row']}>
              <ActionButton label={t('sign_on.edit')} kind="quiet" onRun={() => edit(row)} />
              {row.closedAt ? null : <ActionButton label={t('sign_on.close')} kind="quiet" onRun={() => close(row)} />}
            </div>
          ),
        },
      ]}
    />
  );
}
