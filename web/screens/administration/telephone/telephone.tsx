import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { useWrite } from '../../../server/writes.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Page } from '../../../ui/page.tsx';
import { Notice, Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { spoken } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { PhoneForm } from './phone-form.tsx';
import { SystemActs } from './system-acts.tsx';
import { SystemForm } from './system-form.tsx';
import type { System, Systems } from './systems.ts';

/** The exchanges whose calls are followed, how it goes with each, and whose phone is whose. */
export function Telephone() {
  const read = useRead<Systems>('telephone-systems', { about: ['telephone_system', 'person'] });
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Page
      title={t('telephone.systems')}
      actions={<ActionButton label={t('telephone.add')} icon={IconPlus} onRun={() => setAdding(true)} />}
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={4} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data?.items.length === 0 ? (
        <EmptyState title={t('telephone.no_system')}>{t('telephone.no_system_why')}</EmptyState>
      ) : null}
      {read.data?.items.map((system) => (
        <OneSystem key={system.id} system={system} phones={read.data.phones} />
      ))}
      <Dialog opened={adding} close={close} title={t('telephone.add')} size="lg">
        <SystemForm system={null} done={close} />
      </Dialog>
    </Page>
  );
}

function stateWords({ offAt, connectedAt }: System): string {
  if (offAt) return t('telephone.off');
  return connectedAt ? t('telephone.heard', { since: spoken(connectedAt) }) : t('telephone.connecting');
}

function OneSystem({ system, phones }: { system: System; phones: Systems['phones'] }) {
  const { id, failingSince, fault, settings } = system;
  const [giving, setGiving] = useState(false);
  const close = () => setGiving(false);
  return (
    <Section
      title={system.name}
      aside={`${settings.host}:${settings.port} · ${stateWords(system)}`}
      actions={<SystemActs system={system} give={() => setGiving(true)} />}
    >
      {failingSince && fault ? (
        <Notice tone="late">{t('telephone.fault', { since: spoken(failingSince), fault })}</Notice>
      ) : null}
      <Phones phones={phones.filter(({ systemId }) => systemId === id)} />
      <Dialog opened={giving} close={close} title={t('telephone.give')}>
        <PhoneForm systemId={id} done={close} />
      </Dialog>
    </Section>
  );
}

function Phones({ phones }: Pick<Systems, 'phones'>) {
  const take = useWrite<string>({
    send: (personId, options) => api.put(`people/${personId}/phone`, { phone: null }, options),
    changes: () => ['telephone_system', 'person'],
  });
  if (phones.length === 0) return <p className="dim">{t('telephone.no_phones')}</p>;
  return (
    <Table
      label={t('telephone.phones')}
      rows={phones}
      rowId={(row) => row.person.id}
      columns={[
        { key: 'person', label: t('telephone.person'), cell: (row) => row.person.name },
        { key: 'number', label: t('telephone.number'), cell: (row) => row.number },
        { key: 'endpoint', label: t('telephone.endpoint'), cell: (row) => row.endpoint },
        {
          key: 'acts',
          label: t('telephone.take_away'),
          acts: true,
          cell: (row) => (
            <ActionButton
              label={t('telephone.take_away')}
              kind="quiet"
              busy={take.busy}
              onRun={() => void take.run(row.person.id)}
            />
          ),
        },
      ]}
    />
  );
}
