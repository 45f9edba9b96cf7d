import { useState } from 'react';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { HOUR, instantOf, ms, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { Window } from './orders.ts';
import { windowWords } from './orders.ts';
import { clashes, freeSlots } from './slots.ts';
import type { Slot } from './slots.ts';
import styles from './slot-picker.module.css';

type SlotPickerProps = {
  label: string;
  /** What is booked already: none of the windows offered clashes with it. */
  booked: readonly Window[];
  value: Slot | null;
  onChange: (slot: Slot | null) => void;
  /** What choosing no window means. */
  none: string;
};

/** When somebody comes: the next free hours one tap away, or a window of one's own. */
export function SlotPicker({ label, booked, value, onChange, none }: SlotPickerProps) {
  const [offered] = useState(() => nowMs());
  const slots = freeSlots(booked, offered);
  const isOffered =
    value !== null && slots.some((slot) => slot.fromAt === value.fromAt && slot.untilAt === value.untilAt);
  const [own, setOwn] = useState(value !== null && !isOffered);
  const clash = value !== null && clashes(booked, ms(value.fromAt), ms(value.untilAt));
  const choose = (slot: Slot | null) => {
    setOwn(false);
    onChange(slot);
  };
  return (
    <fieldset className={styles['slots']}>
      <legend>{label}</legend>
      <button type="button" aria-pressed={value === null && !own} onClick={() => choose(null)}>
        {none}
      </button>
      {slots.map((slot) => (
        <button
          key={slot.fromAt}
          type="button"
          aria-pressed={!own && slot.fromAt === value?.fromAt && slot.untilAt === value.untilAt}
          onClick={() => choose(slot)}
        >
          {windowWords(slot)}
        </button>
      ))}
      <button type="button" aria-pressed={own} onClick={() => setOwn(true)}>
        {t('work_orders.other_time')}
      </button>
      {own ? <OwnWindow value={value} onChange={onChange} /> : null}
      {clash ? (
        <p role="status" className={styles['clash']}>
          {t('work_orders.clashes')}
        </p>
      ) : null}
    </fieldset>
  );
}

function OwnWindow({ value, onChange }: Pick<SlotPickerProps, 'value' | 'onChange'>) {
  return (
    <div className={styles['own']}>
      <MomentField
        label={t('work_orders.from')}
        quick={[]}
        value={value?.fromAt ?? null}
        onChange={(fromAt) => onChange(fromAt ? { fromAt, untilAt: instantOf(ms(fromAt) + HOUR) } : null)}
      />
      <MomentField
        label={t('work_orders.until')}
        quick={[]}
        value={value?.untilAt ?? null}
        onChange={(untilAt) =>
          onChange(untilAt ? { fromAt: value?.fromAt ?? instantOf(ms(untilAt) - HOUR), untilAt } : null)
        }
      />
    </div>
  );
}
