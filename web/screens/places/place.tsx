import { IconPencil, IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useOpenTab } from '../../frame/tabs.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ClockDot } from '../../ui/clock/clock-dot.tsx';
import { Go } from '../../ui/go.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { numberWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { CodeOfUnit } from './code-of-unit.tsx';
import { ClosePlace } from './close-place.tsx';
import { AddPlace, EditPlace } from './place-form.tsx';
import type { PlaceAnswer } from './place-words.ts';
import { kindWords, sideWords } from './place-words.ts';
import { Residents } from './residents.tsx';
import { useRight } from '../../session/session.ts';
import { later } from '../../routes/later.ts';

const CustodyOf = later(async () => (await import('../custody/of-thing.tsx')).CustodyOf);

/** A place: who lives here, and what went wrong here and next door in the last twelve months. */
export function Place({ place }: { place: PlaceAnswer }) {
  useOpenTab({ type: 'place', id: place.id, title: place.code });
  const [acts, setActs] = useState<'add' | 'edit' | null>(null);
  const close = () => setActs(null);
  const maySeeCustody = useRight('custody.see');
  return (
    <>
      {place.closedAt ? (
        <Notice tone="soon">
          {t('places.closed')} <When at={place.closedAt} />
        </Notice>
      ) : null}
      <Section
        title={kindWords(place.kind)}
        aside={place.path.map((one) => one.name || one.code).join(' › ')}
        actions={
          <>
            <ActionButton
              label={t('places.edit')}
              icon={IconPencil}
              hotkey="e"
              can={place.can}
              action="change"
              onRun={() => setActs('edit')}
            />
            {place.kind !== 'unit' && place.kind !== 'facility' ? (
              <ActionButton
                label={t('places.add')}
                icon={IconPlus}
                can={place.can}
                action="add"
                onRun={() => setActs('add')}
              />
            ) : null}
            <CodeOfUnit place={place} />
            <ClosePlace place={place} />
          </>
        }
      >
        <Facts
          lines={[
            { label: t('places.code'), value: place.code },
            { label: t('places.name'), value: place.name },
            { label: t('places.floor'), value: place.floor },
            { label: t('places.safety'), value: place.safety ? t('places.safety_yes') : null },
            { label: t('places.below'), value: place.below > 0 ? numberWords(place.below) : null },
            { label: t('places.open'), value: numberWords(place.openTickets) },
          ]}
        />
      </Section>
      <Residents place={place} />
      {maySeeCustody ? (
        <Suspense>
          <CustodyOf key={place.id} of="place" id={place.id} />
        </Suspense>
      ) : null}
      <Troubles place={place} />
      <AddPlace above={place} opened={acts === 'add'} close={close} />
      <EditPlace key={place.id} place={place} opened={acts === 'edit'} close={close} />
    </>
  );
}

function Troubles({ place }: { place: PlaceAnswer }) {
  const next = place.neighbours.map((one) => (
    <span key={one.id}>
      {' · '}
      {sideWords(one.side)} <Go to={`/places/${one.id}`}>{one.code}</Go>
    </span>
  ));
  return (
    <Section title={t('places.troubles')} aside={next}>
      {place.troubles.length === 0 ? <p className="dim">{t('places.no_troubles')}</p> : null}
      {place.troubles.length > 0 ? (
        <Table
          label={t('places.troubles')}
          rows={place.troubles}
          rowId={(row) => row.id}
          columns={[
            {
              key: 'title',
              label: t('list.title'),
              cell: (row) => (
                <Go to={`/tickets/${row.id}`}>
                  {row.number} {row.title}
                </Go>
              ),
            },
            {
              key: 'where',
              label: t('list.place'),
              cell: (row) => [row.place?.code, sideWords(row.side)].filter(Boolean).join(' · '),
            },
            { key: 'stage', label: t('list.stage'), cell: (row) => said(row.stage.name) },
            { key: 'when', label: t('customers.opened'), cell: (row) => <When at={row.openedAt} /> },
            {
              key: 'clock',
              label: t('list.clock'),
              cell: (row) => (row.clock ? <ClockDot clock={row.clock} /> : null),
            },
          ]}
        />
      ) : null}
    </Section>
  );
}
