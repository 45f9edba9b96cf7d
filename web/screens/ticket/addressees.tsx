import { Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { placesOut } from '../../../src/place/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import type { PickedPlace } from '../../matter/place-picker.tsx';
import { PlacePicker } from '../../matter/place-picker.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './acts/act.ts';
import styles from './side.module.css';

type PlacesView = z.output<typeof placesOut>;
type Values = { all: boolean; places: PickedPlace[] };

/** Everybody, or the households of places: a flat, or a building with all that stands in it. */
export function ChooseAddressees({ ticket, done }: ActProps) {
  return (
    <ActForm<Values>
      ticket={ticket}
      name="addressees"
      initial={{ all: false, places: [] }}
      submit={t('receipts.choose')}
      check={({ all, places }) => ({ places: all || places.length > 0 ? null : t('receipts.places_needed') })}
      send={({ all, places }, options) =>
        api.post(`tickets/${ticket.id}/addressees`, all ? { all } : { placeIds: places.map(({ id }) => id) }, options)
      }
      done={done}
    >
      {(form) => {
        const { all, places } = form.values;
        const set = (next: PickedPlace[]) => form.setFieldValue('places', next);
        const toggle = (one: PickedPlace) =>
          set(places.some(({ id }) => id === one.id) ? places.filter(({ id }) => id !== one.id) : [...places, one]);
        return (
          <>
            <Checkbox label={t('receipts.all')} {...form.getInputProps('all', { type: 'checkbox' })} />
            {all ? null : <Places chosen={places} toggle={toggle} error={form.errors['places']} />}
          </>
        );
      }}
    </ActForm>
  );
}

type PlacesProps = { chosen: readonly PickedPlace[]; toggle: (place: PickedPlace) => void; error: ReactNode };

/** Whole buildings to tick, and single flats and shops to find. */
function Places({ chosen, toggle, error }: PlacesProps) {
  const wholes = useWholes();
  const single = chosen.filter(({ id }) => !wholes.some((one) => one.id === id));
  return (
    <>
      <Checkbox.Group label={t('receipts.places_why')} value={chosen.map(({ id }) => id)}>
        <div className={styles['buttons']} style={{ columnGap: '1.25rem' }}>
          {wholes.map((one) => (
            <Checkbox key={one.id} value={one.id} label={one.code} onChange={() => toggle(one)} />
          ))}
        </div>
      </Checkbox.Group>
      <PlacePicker
        value={null}
        error={error}
        onChange={(picked) => picked && !chosen.some(({ id }) => id === picked.id) && toggle(picked)}
      />
      <div className={styles['buttons']}>
        {single.map((one) => (
          <ActionButton
            key={one.id}
            label={t('receipts.without', { place: one.code })}
            icon={IconX}
            kind="quiet"
            onRun={() => toggle(one)}
          />
        ))}
      </div>
    </>
  );
}

/** The estates, or the buildings of the only one. */
function useWholes(): PickedPlace[] {
  const estates = useRead<PlacesView>('places', { about: ['place'] }).data?.items ?? [];
  const only = estates.length === 1 ? estates[0]!.id : null;
  const inside = useRead<PlacesView>('places', {
    about: ['place'],
    query: { parent: only, kind: 'building', limit: 200 },
    enabled: only !== null,
  });
  const shown = only === null ? estates : (inside.data?.items ?? []);
  return shown.map(({ id, name, code }) => ({ id, code: name || code }));
}
