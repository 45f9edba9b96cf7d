import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { z } from 'zod';
import type { workOrdersOut } from '../../src/work-order/list.ts';
import { useRead } from '../server/queries.ts';
import { fromLocal, nowMs, timeOfDay, ms, toLocal } from '../ui/time.ts';
import { say } from '../ui/toast.ts';
import { t } from '../words/words.ts';
import { windowWords } from './window-words.ts';
import styles from './matter.module.css';
import type { Booked, Ends, Slot } from './slots.ts';
import { slotsFrom, takenBy } from './slots.ts';

type Orders = z.output<typeof workOrdersOut>;
type SlotPickerProps = Ends & {
  /** Whose other appointments stand in the way. */
  personId: string | null;
  /** The order it is for: what is booked for that one moves, and is in nobody's way. Null for a new one. */
  orderId: string | null;
  label?: string;
  onChange: (window: Ends) => void;
  error?: ReactNode;
};

/** When somebody comes: the likeliest windows one tap each, those already taken shown as taken, or any other. */
export function SlotPicker({ personId, orderId, label, fromAt, untilAt, onChange, error }: SlotPickerProps) {
  const [slots] = useState(() => slotsFrom(nowMs()));
  const booked = useBooked(personId, orderId);
  const chosen = (slot: Slot) => slot.fromAt === fromAt && slot.untilAt === untilAt;
  const clash = fromAt && untilAt ? takenBy({ fromAt, untilAt } as Slot, booked) : undefined;
  const press = (slot: Slot) => {
    const taken = takenBy(slot, booked);
    if (taken) say(takenWords(taken), 'news');
    else onChange(chosen(slot) ? { fromAt: null, untilAt: null } : slot);
  };
  return (
    <div role="group" aria-label={label ?? t('matter.appointment')}>
      <p className={styles['label']}>{label ?? t('matter.appointment')}</p>
      <div className={styles['slots']}>
        {slots.map((slot) => {
          const taken = takenBy(slot, booked);
          return (
            <button
              key={slot.fromAt}
              type="button"
              aria-pressed={chosen(slot)}
              aria-disabled={taken ? true : undefined}
              data-taken={taken ? true : undefined}
              title={taken ? takenWords(taken) : undefined}
              onClick={() => press(slot)}
            >
              {windowWords(slot.fromAt, slot.untilAt)}
            </button>
          );
        })}
      </div>
      <OtherWindow fromAt={fromAt} untilAt={untilAt} onChange={onChange} />
      {(error ?? (clash ? takenWords(clash) : null)) ? (
        <p className={styles['error']} role="alert">
          {error ?? (clash ? takenWords(clash) : null)}
        </p>
      ) : null}
    </div>
  );
}

function OtherWindow({ fromAt, untilAt, onChange }: Pick<SlotPickerProps, 'fromAt' | 'untilAt' | 'onChange'>) {
  return (
    <div className={`${styles['pair']} ${styles['window']}`}>
      <TextInput
        type="datetime-local"
        label={t('matter.from')}
        value={fromAt ? toLocal(fromAt) : ''}
        onChange={(event) => onChange({ fromAt: fromLocal(event.currentTarget.value), untilAt })}
      />
      <TextInput
        type="datetime-local"
        label={t('matter.until')}
        value={untilAt ? toLocal(untilAt) : ''}
        onChange={(event) => onChange({ fromAt, untilAt: fromLocal(event.currentTarget.value) })}
      />
    </div>
  );
}

function takenWords(taken: Booked): string {
  return t('matter.taken', {
    number: String(taken.number),
    from: timeOfDay(ms(taken.fromAt)),
    until: timeOfDay(ms(taken.untilAt)),
  });
}

/** The windows somebody is booked for: what is free is seen before it is asked for. */
function useBooked(personId: string | null, orderId: string | null): Booked[] {
  const { data } = useRead<Orders>('work-orders', {
    about: ['work_order'],
    query: { person: personId, state: 'open', limit: 100 },
    enabled: personId !== null,
  });
  if (personId === null) return [];
  return (data?.items ?? []).flatMap(({ id, number, appointment }) =>
    appointment && id !== orderId ? [{ number, ...appointment }] : [],
  );
}
