import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Hand } from '../../../src/dispatch/view.ts';
import type { PickedPlace } from '../../matter/place-picker.tsx';
import { PlacePicker } from '../../matter/place-picker.tsx';
import type { Page } from '../../server/contract.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Notice } from '../../ui/section.tsx';
import { HOUR, instantOf, MINUTE, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { inHandWords, standingWords } from './words.ts';

type Values = {
  what: string;
  place: PickedPlace | null;
  spot: string;
  ticketId: string;
  dueAt: string | null;
  why: string;
};
type Emergency = { id: string; number: number; title: string; urgency: string };

/** The emergencies that are open, to choose from; the one that is asked for too. */
function useEmergencies(asked: string | null): { value: string; label: string }[] {
  const { data } = useRead<Page<Emergency>>('tickets', { about: ['ticket'], query: { limit: 200 } });
  const pressing = (data?.items ?? []).filter(({ id, urgency }) => urgency === 'emergency' || id === asked);
  const known = pressing.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  return asked && !known.some(({ value }) => value === asked)
    ? [...known, { value: asked, label: t('emergency.this_ticket') }]
    : known;
}

/** An order to somebody: what, where, for which emergency, by when; and why he, though he is not free. */
export function OrderForm({ hand, ticketId, done }: { hand: Hand; ticketId: string | null; done: () => void }) {
  const [id] = useState(() => newId<'dispatch_order'>(nowMs()));
  const emergencies = useEmergencies(ticketId);
  const free = hand.standing === 'free';
  const draft = useDraftForm<Values>({
    subject: `dispatch_order/${hand.person.id}/${ticketId ?? 'none'}`,
    initial: { what: '', place: null, spot: '', ticketId: ticketId ?? '', dueAt: null, why: '' },
    check: ({ what, place, spot, why }) => ({
      what: what.trim() ? null : t('emergency.what_needed'),
      spot: place || spot.trim() ? null : t('emergency.where_needed'),
      why: free || why.trim() ? null : t('emergency.why_needed'),
    }),
    send: ({ place, ticketId: ticket, dueAt, ...values }, options) => {
      const where = place ? { placeId: place.id } : {};
      const rest = { ...(ticket ? { ticketId: ticket } : {}), ...(dueAt ? { dueAt } : {}) };
      return api.post('dispatch/orders', { id, toId: hand.person.id, ...values, ...where, ...rest }, options);
    },
    changes: ({ ticketId: ticket }) => [
      'dispatch_order',
      'commitment',
      ...(ticket ? [`ticket/${ticket}` as const] : []),
    ],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('emergency.send')}>
      {free ? null : <Notice tone="wait">{[standingWords(hand), inHandWords(hand)].filter(Boolean).join(': ')}</Notice>}
      <Textarea label={t('emergency.what')} required autosize minRows={2} {...form.getInputProps('what')} />
      <PlacePicker value={form.values.place} onChange={(place) => form.setFieldValue('place', place)} />
      <TextInput label={t('emergency.spot')} maxLength={200} {...form.getInputProps('spot')} />
      <NativeSelect
        label={t('emergency.ticket')}
        data={[{ value: '', label: t('emergency.no_ticket') }, ...emergencies]}
        {...form.getInputProps('ticketId')}
      />
      <MomentField
        label={t('emergency.due')}
        value={form.values.dueAt}
        onChange={(at) => form.setFieldValue('dueAt', at)}
        error={form.errors['dueAt']}
        quick={[15 * MINUTE, 30 * MINUTE, HOUR].map((span) => ({
          label: t('emergency.in_minutes', { count: span / MINUTE }),
          at: instantOf(nowMs() + span),
        }))}
      />
      {free ? null : <TextInput label={t('emergency.why')} required maxLength={200} {...form.getInputProps('why')} />}
    </FormFrame>
  );
}
