import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { nowMs, weekdayNames } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Rota } from './rota-data.ts';
import styles from './rota.module.css';

const SORTS = ['weekly', 'once', 'off'] as const;
const CHANNELS = ['telephone', 'online'] as const;

type Values = {
  sort: (typeof SORTS)[number];
  channel: (typeof CHANNELS)[number];
  personId: string;
  days: string[];
  day: string;
  from: string;
  to: string;
};

const initial: Values = {
  sort: 'weekly',
  channel: 'telephone',
  personId: '',
  days: ['1', '2', '3', '4', '5'],
  day: '',
  from: '08:30',
  to: '12:00',
};

function bodyOf({ sort, channel, days, day, ...who }: Values) {
  if (sort === 'weekly') return { sort, channel, days: days.map(Number), ...who };
  return sort === 'once' ? { sort, channel, day, ...who } : { sort, day, ...who };
}

/** Who is there when: every week, on one date besides, or not on one date. */
export function HoursForm({ people, today, done }: Pick<Rota, 'people'> & { today: string; done: () => void }) {
  const [id] = useState(() => newId<'rota_hours'>(nowMs()));
  const draft = useDraftForm<Values>({
    subject: 'rota_hours/new',
    initial: { ...initial, day: today },
    check: ({ sort, personId, days, day, from, to }) => {
      const needed = (given: string) => (given === '' ? t('rota.needed') : null);
      return {
        personId: needed(personId),
        days: sort === 'weekly' && days.length === 0 ? t('rota.needed') : null,
        day: sort === 'weekly' ? null : needed(day),
        from: needed(from),
        to: needed(to),
      };
    },
    send: (values, options) => api.post('rota/hours', { id, ...bodyOf(values) }, options),
    changes: () => ['rota_hours', 'rota_gap'],
    done,
  });
  const { form } = draft;
  const { sort, channel } = form.getValues();
  return (
    <FormFrame draft={draft} submit={t('rota.keep')}>
      <Choices
        label={t('rota.sort')}
        options={SORTS.map((value) => ({ value, label: t(`rota.sort_${value}`) }))}
        value={sort}
        onChange={(value) => form.setFieldValue('sort', value ?? sort)}
      />
      <NativeSelect
        label={t('rota.person')}
        required
        data={[{ value: '', label: '' }, ...people.map(({ id: value, name }) => ({ value, label: name }))]}
        {...form.getInputProps('personId')}
      />
      {sort === 'off' ? null : (
        <Choices
          label={t('rota.channel')}
          options={CHANNELS.map((value) => ({ value, label: t(`rota.${value}`) }))}
          value={channel}
          onChange={(value) => form.setFieldValue('channel', value ?? channel)}
        />
      )}
      {sort === 'weekly' ? (
        <Checkbox.Group label={t('rota.days')} required {...form.getInputProps('days')}>
          <div className={styles['days']}>
            {weekdayNames('short').map((label, at) => (
              <Checkbox key={label} value={String(at + 1)} label={label} />
            ))}
          </div>
        </Checkbox.Group>
      ) : (
        <TextInput type="date" label={t('rota.date')} required min={today} {...form.getInputProps('day')} />
      )}
      <div className={styles['times']}>
        <TextInput type="time" label={t('rota.from')} required {...form.getInputProps('from')} />
        <TextInput
          type="time"
          label={t('rota.to')}
          description={t('rota.to_why')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          {...form.getInputProps('to')}
        />
      </div>
    </FormFrame>
  );
}
