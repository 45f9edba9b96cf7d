import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { SendIn } from '../exchange/send-in.tsx';
import { TakeOut } from '../exchange/take-out.tsx';
import { Page, Panes } from '../../ui/page.tsx';
import { usePhone } from '../../ui/phone.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { t } from '../../words/words.ts';
import { AddPlace } from './place-form.tsx';
import { Place } from './place.tsx';
import type { PlaceAnswer } from './place-words.ts';
import { placeName } from './place-words.ts';
import styles from './places.module.css';
import { PlaceTree } from './tree.tsx';

/** The tree of places, none chosen yet. */
export function Places() {
  return <Screen id={null} />;
}

export function PlaceOfTree() {
  const { id } = useParams({ from: '/inside/places/$id' });
  return <Screen id={id} />;
}

function Screen({ id }: { id: string | null }) {
  const navigate = useNavigate();
  const phone = usePhone();
  const mayAdd = useRight('place.edit');
  const [adding, setAdding] = useState(false);
  const read = useRead<PlaceAnswer>(`places/${id}`, {
    about: ['place', `place/${id ?? ''}`, 'ticket', 'customer'],
    enabled: id !== null,
    keep: true,
  });
  const place = id === null ? undefined : read.data;
  const back = phone && id !== null;
  return (
    <Page
      title={place ? placeName(place) : t('frame.places')}
      shape="fill"
      actions={
        back ? (
          <ActionButton label={t('action.back')} onRun={() => void navigate({ to: '/places' })} />
        ) : (
          <>
            <TakeOut list="places" name={t('frame.places')} query={{ parent: id }} />
            <SendIn list="places" name={t('frame.places')} />
            {mayAdd && id === null ? (
              <ActionButton label={t('places.add_estate')} icon={IconPlus} onRun={() => setAdding(true)} />
            ) : null}
          </>
        )
      }
    >
      <Panes columns="minmax(14rem, 22rem) minmax(0, 1fr)" shown={id === null ? 1 : 2}>
        <div className={styles['pane']}>
          <PlaceTree
            shown={id}
            show={(to) => void navigate({ to: `/places/${to}` })}
            path={place?.path.map((one) => one.id) ?? []}
          />
        </div>
        <div className={styles['pane']}>
          {id === null ? <EmptyState title={t('places.choose')}>{t('places.choose_why')}</EmptyState> : null}
          {id !== null && read.isPending ? <LoadingLines count={12} /> : null}
          {id !== null && read.error && !place ? (
            <ErrorState problem={read.error} retry={() => void read.refetch()} />
          ) : null}
          {place ? <Place place={place} /> : null}
        </div>
      </Panes>
      <AddPlace above={null} opened={adding} close={() => setAdding(false)} />
    </Page>
  );
}
