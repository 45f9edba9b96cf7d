import { Checkbox, MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { PlacePicker } from '../../matter/place-picker.tsx';
import { refusalWords } from '../../server/refusals.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Notice } from '../../ui/section.tsx';
import { absolute, instantOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Disturbance } from './disturbance.ts';
import { stateWords } from './disturbance.ts';
import { sorts } from './search.ts';
import type { Values } from './values.ts';
import { bodyOf, valuesOf } from './values.ts';

/** A disturbance as it is recorded, and as it goes on: what was done, who was told, order restored. */
export function DisturbanceForm({ one, done }: { one: Disturbance | null; done: () => void }) {
  const [id] = useState(() => one?.id ?? newId<'disturbance'>(nowMs()));
  const refused = one?.can['change'] ?? null;
  const draft = useDraftForm<Values>({
    subject: one ? `disturbance/${one.id}` : 'disturbance/new',
    initial: valuesOf(one),
    check: (values) => ({
      happened: values.happened.trim() ? null : t('disturbances.happened_needed'),
      spot: values.spot.trim() || values.place ? null : t('disturbances.where_needed'),
      measures: !values.restored || values.measures.trim() ? null : t('disturbances.measures_needed'),
      toldOthers:
        !values.restored || values.toldIds.length > 0 || values.toldOthers.trim()
          ? null
          : t('disturbances.told_needed'),
    }),
    send: (values, options) =>
      one
        ? api.patch(`disturbances/${id}`, bodyOf(values, one, instantOf(nowMs())), options)
        : api.post('disturbances', { id, ...bodyOf(values, null, instantOf(nowMs())) }, options),
    changes: () => ['disturbance', 'commitment'],
    done,
  });
  return (
    <>
      {one ? <p className="dim">{`${stateWords(one)} · ${one.by.name} · ${absolute(one.happenedAt)}`}</p> : null}
      {one?.former.map((change) => (
        <p key={change.at} className="dim">
          {t('disturbances.former', {
            words: Object.values(change.before).filter(Boolean).join(' · ') || '–',
            name: change.by.name,
            when: absolute(change.at),
          })}
        </p>
      ))}
      {refused ? <Notice tone="wait">{refusalWords(refused)}</Notice> : null}
      {refused ? null : (
        <FormFrame draft={draft} submit={t('disturbances.save')}>
          <Fields draft={draft} isNew={one === null} />
        </FormFrame>
      )}
    </>
  );
}

function Fields({ draft: { form }, isNew }: { draft: DraftForm<Values>; isNew: boolean }) {
  const { people } = useDesk();
  const names = peopleOptions(people);
  return (
    <>
      <NativeSelect
        label={t('disturbances.sort')}
        data={sorts.map((value) => ({ value, label: t(`disturbances.sort_${value}`) }))}
        {...form.getInputProps('sort')}
      />
      <Textarea label={t('disturbances.happened')} required autosize minRows={2} {...form.getInputProps('happened')} />
      {isNew ? (
        <>
          <MomentField
            label={t('disturbances.at')}
            description={t('disturbances.now_left_out')}
            value={form.values.happenedAt}
            onChange={(at) => form.setFieldValue('happenedAt', at)}
            quick={[]}
          />
          <PlacePicker value={form.values.place} onChange={(place) => form.setFieldValue('place', place)} />
        </>
      ) : null}
      <TextInput label={t('disturbances.spot')} maxLength={200} {...form.getInputProps('spot')} />
      <TextInput label={t('disturbances.people')} maxLength={200} {...form.getInputProps('peopleInvolved')} />
      <Textarea label={t('disturbances.measures')} autosize minRows={2} {...form.getInputProps('measures')} />
      <MultiSelect label={t('disturbances.told')} searchable data={names} {...form.getInputProps('toldIds')} />
      <TextInput label={t('disturbances.told_others')} maxLength={200} {...form.getInputProps('toldOthers')} />
      {isNew ? null : (
        <Checkbox label={t('disturbances.restore')} {...form.getInputProps('restored', { type: 'checkbox' })} />
      )}
    </>
  );
}
