import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Page as PageOf } from '../../contract.ts';
import { newId } from '../../ids.ts';
import { useRead } from '../../queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { PlainKey } from '../../words/words.ts';
import type { OrderLine, Window } from '../work-orders/orders.ts';
import { SlotPicker } from '../work-orders/slot-picker.tsx';
import type { Slot } from '../work-orders/slots.ts';
import type { FormProps } from './asking.tsx';
import { Phrases, refusalPhrases, triedPhrases } from './phrases.tsx';

/** One line with what is said most often above it. */
function LineField(props: {
  label: string;
  phrases: readonly PlainKey[];
  value: string;
  onChange: (text: string) => void;
}) {
  const { label, phrases, value, onChange } = props;
  return (
    <div>
      <Phrases field={label} phrases={phrases} value={value} onChange={onChange} />
      <TextInput
        label={label}
        value={value}
        maxLength={200}
        required
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

/** What the one holding the phone has booked already, this order apart. */
function useBooked(orderId: string): Window[] {
  const read = useRead<PageOf<OrderLine>>('work-orders', {
    about: ['work_order'],
    query: { mine: true, state: 'open', limit: 100 },
  });
  return (read.data?.items ?? []).flatMap((order) =>
    order.id !== orderId && order.appointment ? order.appointment : [],
  );
}

export function RefuseForm({ report }: FormProps) {
  const [reason, setReason] = useState('');
  return (
    <>
      <LineField label={t('worker.refuse_why')} phrases={refusalPhrases} value={reason} onChange={setReason} />
      <ActionButton
        label={t('worker.refuse_now')}
        kind="danger"
        size="lg"
        refused={reason.trim() ? null : t('worker.text_needed')}
        onRun={() => report({ reason: reason.trim() })}
      />
    </>
  );
}

export function NoAccessForm({ page, report }: FormProps) {
  const [note, setNote] = useState(() => t('worker.tried_knocked'));
  const [next, setNext] = useState<Slot | null>(null);
  return (
    <>
      <LineField label={t('worker.no_access_what')} phrases={triedPhrases} value={note} onChange={setNote} />
      <SlotPicker
        label={t('worker.second')}
        booked={useBooked(page.id)}
        value={next}
        onChange={setNext}
        none={t('worker.second_later')}
      />
      <ActionButton
        label={t('worker.no_access_now')}
        kind="primary"
        size="lg"
        refused={note.trim() ? null : t('worker.text_needed')}
        onRun={() => report({ note: note.trim(), ...(next ? { next } : {}) })}
      />
    </>
  );
}

export function AppointForm({ page, report }: FormProps) {
  const [slot, setSlot] = useState<Slot | null>(null);
  return (
    <>
      <SlotPicker
        label={t('worker.appointment')}
        booked={useBooked(page.id)}
        value={slot}
        onChange={setSlot}
        none={t('worker.no_window')}
      />
      <ActionButton
        label={t('worker.appoint_now')}
        kind="primary"
        size="lg"
        refused={slot ? null : t('worker.window_needed')}
        onRun={() => report({ id: newId<'appointment'>(nowMs()), ...slot })}
      />
    </>
  );
}
