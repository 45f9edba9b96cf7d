import { Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import type { PickedPlace } from '../../matter/place-picker.tsx';
import { PlacePicker } from '../../matter/place-picker.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import { ActForm } from './act-form.tsx';
import type { ActProps } from './acts/act.ts';
import styles from './side.module.css';

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
        api.post(
          `tickets/${ticket.id}/addressees`,
          all ? { all: true } : { placeIds: places.map(({ id }) => id) },
          options,
        )
      }
      done={done}
    >
      {(form) => {
        const { all, places } = form.values;
        const set = (next: PickedPlace[]) => form.setFieldValue('places', next);
        return (
          <>
            <Checkbox label={t('receipts.all')} {...form.getInputProps('all', { type: 'checkbox' })} />
            {all ? null : (
              <>
                <p className="dim">{t('receipts.places_why')}</p>
                <PlacePicker
                  value={null}
                  error={form.errors['places']}
                  onChange={(picked) =>
                    picked && !places.some(({ id }) => id === picked.id) ? set([...places, picked]) : undefined
                  }
                />
                <div className={styles['buttons']}>
                  {places.map(({ id, code }) => (
                    <ActionButton
                      key={id}
                      label={t('receipts.without', { place: code })}
                      icon={IconX}
                      kind="quiet"
                      onRun={() => set(places.filter((one) => one.id !== id))}
                    />
                  ))}
                </div>
              </>
            )}
          </>
        );
      }}
    </ActForm>
  );
}
