import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { systemsOut } from '../../../../src/telephone/view.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { useWrite } from '../../../server/writes.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskFirst } from '../../../ui/ask-first.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Page } from '../../../ui/page.tsx';
import { Notice, Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { spoken } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { PhoneForm } from './phone-form.tsx';
import { SystemForm } from './system-form.tsx';

type Systems = z.output<typeof systemsOut>;
export type System = Systems['items'][number];

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

function SystemActs({ system, give }: { system: System; give: () => void }) {
  const { id, name, offAt } = system;
  const [changing, setChanging] = useState(false);
  const [ending, setEnding] = useState(false);
  const changes = () => ['telephone_system'] as const;
  const turn = useWrite<boolean>({
    send: (on, options) => api.patch(`telephone-systems/${id}`, { on }, options),
    changes,
  });
  const end = useWrite<void>({
    send: (_, options) => api.post(`telephone-systems/${id}/end`, {}, options),
    changes,
    done: () => setEnding(false),
  });
  return (
    <>
      <ActionButton label={t('telephone.give')} onRun={give} />
      <ActionButton label={t('telephone.change')} onRun={() => setChanging(true)} />
      <ActionButton
        label={t(offAt ? 'telephone.turn_on' : 'telephone.turn_off')}
        busy={turn.busy}
        onRun={() => void turn.run(offAt !== null)}
      />
      <ActionButton label={t('telephone.end')} kind="danger" onRun={() => setEnding(true)} />
      <Dialog opened={changing} close={() => setChanging(false)} title={t('telephone.change')} size="lg">
        <SystemForm system={system} done={() => setChanging(false)} />
      </Dialog>
      <AskFirst
        opened={ending}
        close={() => setEnding(false)}
        title={t('telephone.end_title', { name })}
        act={t('telephone.end')}
        busy={end.busy}
        run={() => void end.run()}
      >
        <p>{t('telephone.end_why')}</p>
      </AskFirst>
    </>
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
