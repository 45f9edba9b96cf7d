import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { lookUpOut } from '../../src/search/look-up.ts';
import { api } from '../server/api.ts';
import type { Picked } from '../ui/form/async-picker.tsx';
import { AsyncPicker } from '../ui/form/async-picker.tsx';
import { listWords } from '../ui/time.ts';
import { t } from '../words/words.ts';

type LookUp = z.output<typeof lookUpOut>;
type Option = Picked & { detail: string };
export type PickedPlace = { id: string; code: string };

type PlacePickerProps = {
  value: PickedPlace | null;
  onChange: (place: PickedPlace | null) => void;
  error?: ReactNode;
  required?: boolean;
};

async function places(text: string, signal: AbortSignal): Promise<Option[]> {
  if (text.trim() === '') return [];
  const found = await api.get<LookUp>('desk/lookup', { q: text }, signal);
  return found.places.map((place) => ({
    id: place.placeId,
    label: place.code,
    detail: [place.name, listWords(place.residents)].filter(Boolean).join(' · '),
  }));
}

/** Where it is: a flat, a corridor, a facility, found by a few letters or digits. */
export function PlacePicker({ value, onChange, error, required }: PlacePickerProps) {
  return (
    <AsyncPicker<Option>
      label={t('matter.place')}
      name="place"
      search={places}
      value={value ? { id: value.id, label: value.code } : null}
      onChange={(picked) => onChange(picked ? { id: picked.id, code: picked.label } : null)}
      detail={(option) => option.detail}
      error={error}
      required={required ?? false}
    />
  );
}
