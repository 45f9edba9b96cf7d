import { TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconTool } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { SendIn } from '../exchange/send-in.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { said, t } from '../../words/words.ts';
import { EditOffering } from './edit.tsx';
import type { Offering, Offerings } from './offerings.ts';
import { factsOf, useOfferings } from './offerings.ts';
import { OpenService } from './open.tsx';
import { Versions } from './versions.tsx';

type Doing = { what: 'add' } | { what: 'edit' | 'open'; offering: Offering };

/** What the centre offers and knows of (CONS-02), and opening it for an occupier (WORK-08). */
export function Services() {
  const [q, setQ] = useState('');
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error, refetch } = useOfferings(q);
  const close = () => setDoing(null);
  return (
    <Page
      title={t('frame.services')}
      actions={
        <>
          <TakeOut list="services" name={t('frame.services')} query={q ? { q } : {}} />
          <SendIn list="services" name={t('frame.services')} />
          {data ? (
            <ActionButton
              label={t('services.add')}
              icon={IconPlus}
              can={data.can}
              action="edit"
              onRun={() => setDoing({ what: 'add' })}
            />
          ) : null}
        </>
      }
    >
      <TextInput label={t('services.search')} value={q} onChange={(event) => setQ(event.currentTarget.value)} />
      {data ? <Found offerings={data} start={setDoing} /> : null}
      {!data && error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={8} /> : null}
      <Dialog opened={doing !== null} close={close} title={doing ? titleOf(doing) : ''} size="lg">
        {doing?.what === 'open' ? <OpenService offering={doing.offering} done={close} /> : null}
        {doing?.what === 'edit' ? <EditOffering offering={doing.offering} done={close} /> : null}
        {doing?.what === 'add' ? <EditOffering offering={null} done={close} /> : null}
      </Dialog>
    </Page>
  );
}

const titleOf = (doing: Doing): string => (doing.what === 'add' ? t('services.add_title') : said(doing.offering.name));

function Found({ offerings, start }: { offerings: Offerings; start: (doing: Doing) => void }) {
  if (offerings.items.length === 0) return <EmptyState title={t('services.none')}>{t('services.none_why')}</EmptyState>;
  return offerings.items.map((offering) => (
    <Section
      key={offering.id}
      title={said(offering.name)}
      aside={[
        offering.published ? t('services.published') : '',
        offering.opened > 0 ? t('services.opened', { count: offering.opened }) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          {offering.kind ? (
            <ActionButton label={t('services.open')} icon={IconTool} onRun={() => start({ what: 'open', offering })} />
          ) : null}
          {offerings.can['edit'] === null ? (
            <ActionButton
              label={t('services.edit')}
              icon={IconPencil}
              kind="quiet"
              onRun={() => start({ what: 'edit', offering })}
            />
          ) : null}
        </>
      }
    >
      <Facts
        lines={[
          ...factsOf(offering),
          { label: t('services.department'), value: offering.department ? said(offering.department.name) : null },
        ]}
      />
      {offering.version > 1 ? <Versions offering={offering} /> : null}
    </Section>
  ));
}
