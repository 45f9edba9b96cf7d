import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { ownIdentityOut } from '../../../src/auth/provider-view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';

type Identity = z.output<typeof ownIdentityOut>;

/** Accounts elsewhere that let one in here; nothing is shown where the house has no such way in. */
export function Identities() {
  const read = useRead<{ items: Identity[] }>('me/identities', { about: ['session'] });
  const [linking, setLinking] = useState<Identity | null>(null);
  const [ending, setEnding] = useState<Identity | null>(null);
  const unlink = useWrite<string>({
    send: (id, options) => api.delete(`me/identities/${id}`, options),
    changes: () => ['session'],
    done: () => setEnding(null),
  });
  if (!read.data || read.data.items.length === 0) return null;
  return (
    <Section title={t('sign_on.title')}>
      <p className="dim">{t('sign_on.own_why')}</p>
      <Table
        label={t('sign_on.title')}
        rows={read.data.items}
        rowId={(row) => row.provider.id}
        columns={[
          { key: 'provider', label: t('sign_on.provider'), cell: (row) => row.provider.name },
          {
            key: 'linked',
            label: t('sign_on.linked'),
            cell: (row) => (row.linkedAt ? <When at={row.linkedAt} /> : t('sign_on.not_linked')),
          },
          {
            key: 'used',
            label: t('sign_on.last_used'),
            cell: (row) => (row.lastUsedAt ? <When at={row.lastUsedAt} /> : null),
          },
          {
            key: 'act',
            label: t('sign_on.link'),
            acts: true,
            cell: (row) =>
              row.linkedAt ? (
                <ActionButton label={t('sign_on.unlink')} kind="quiet" onRun={() => setEnding(row)} />
              ) : (
                <ActionButton label={t('sign_on.link')} kind="quiet" onRun={() => setLinking(row)} />
              ),
          },
        ]}
      />
      <Dialog
        opened={linking !== null}
        close={() => setLinking(null)}
        title={t('sign_on.link_title', { name: linking?.provider.name ?? '' })}
      >
        {linking ? <Link id={linking.provider.id} /> : null}
      </Dialog>
      <AskFirst
        opened={ending !== null}
        close={() => setEnding(null)}
        title={t('sign_on.unlink_title', { name: ending?.provider.name ?? '' })}
        act={t('sign_on.unlink')}
        busy={unlink.busy}
        run={() => ending && void unlink.run(ending.provider.id)}
      >
        <p>{t('sign_on.unlink_why')}</p>
      </AskFirst>
    </Section>
  );
}

function Link({ id }: { id: string }) {
  const draft = useDraftForm<{ password: string }, { address: string }>({
    subject: null,
    initial: { password: '' },
    send: ({ password }, options) =>
      api.post<{ address: string }>(`me/identities/${id}`, password ? { password } : {}, options),
    done: ({ address }) => location.assign(address),
  });
  return (
    <FormFrame draft={draft} submit={t('sign_on.link')}>
      <PasswordInput
        label={t('second_factor.password')}
        autoComplete="current-password"
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': t('sign_in.show_password') }}
        {...draft.form.getInputProps('password')}
      />
    </FormFrame>
  );
}
