import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlaceKind } from '../../../src/place/place.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useSession } from '../../session/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { PlaceAnswer } from './place-words.ts';
import { below, kindWords, placeName } from './place-words.ts';

type Values = { kind: PlaceKind; code: string; name: string; floor: string; safety: boolean };
type Window = { opened: boolean; close: () => void };

export function AddPlace({ above, opened, close }: { above: PlaceAnswer | null } & Window) {
  const title = above ? t('places.add_in', { place: placeName(above) }) : t('places.add_estate');
  return (
    <Dialog opened={opened} close={close} title={title}>
      <PlaceForm above={above} place={null} close={close} />
    </Dialog>
  );
}

export function EditPlace({ place, opened, close }: { place: PlaceAnswer } & Window) {
  return (
    <Dialog opened={opened} close={close} title={t('places.edit_title', { place: placeName(place) })}>
      <PlaceForm above={null} place={place} close={close} />
    </Dialog>
  );
}

function bodyOf({ floor, name, ...same }: Values) {
  return { ...same, ...(name.trim() ? { name: name.trim() } : {}), ...(floor === '' ? {} : { floor: Number(floor) }) };
}

const subjectOf = (place: PlaceAnswer | null, above: PlaceAnswer | null): string =>
  place ? `place/${place.id}` : `place/new/${above?.id ?? 'top'}`;

type FormProps = { above: PlaceAnswer | null; place: PlaceAnswer | null; close: () => void };

function PlaceForm({ above, place, close }: FormProps) {
  const navigate = useNavigate();
  const { centre } = useSession();
  const [id] = useState(() => place?.id ?? newId<'place'>(nowMs()));
  const kinds = below[above?.kind ?? ''] ?? [];
  const draft = useDraftForm<Values, unknown>({
    subject: subjectOf(place, above),
    initial: {
      kind: (place?.kind as PlaceKind | undefined) ?? kinds[0] ?? 'unit',
      code: place?.code ?? '',
      name: place && place.name !== place.code ? place.name : '',
      floor: place?.floor === null || place === null ? '' : String(place.floor),
      safety: place?.safety ?? false,
    },
    version: place?.version,
    check: ({ code }) => ({ code: code.trim() ? null : t('places.code_needed') }),
    send: (values, options, { version }) => {
      const { kind, ...facts } = bodyOf(values);
      if (place) return api.patch(`places/${id}`, { ...facts, version }, options);
      const where = above ? { parentId: above.id } : { centreId: centre.id };
      return api.post('places', { ...facts, kind, ...where, id }, options);
    },
    changes: () => ['place', `place/${id}`],
    done: () => {
      say(t('people.saved'));
      close();
      if (!place) void navigate({ to: `/places/${id}` });
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('people.save')}>
      {place ? null : (
        <NativeSelect
          label={t('places.kind')}
          data={kinds.map((one) => ({ value: one, label: kindWords(one) }))}
          {...form.getInputProps('kind')}
        />
      )}
      <TextInput
        label={t('places.code')}
        description={t('places.code_how')}
        required
        maxLength={40}
        {...form.getInputProps('code')}
      />
      <TextInput label={t('places.name')} maxLength={100} {...form.getInputProps('name')} />
      <TextInput type="number" min={-20} max={300} label={t('places.floor')} {...form.getInputProps('floor')} />
      <Checkbox
        size="md"
        label={t('places.safety')}
        description={t('places.safety_why')}
        {...form.getInputProps('safety', { type: 'checkbox' })}
      />
    </FormFrame>
  );
}
