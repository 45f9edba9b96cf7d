import { TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ActionButton } from '../../../ui/action-button.tsx';
import { t } from '../../../words/words.ts';
import type { Span } from './calendar-rules.ts';
import styles from './calendars.module.css';

type SpansProps = { day: string; spans: readonly Span[]; change: (spans: Span[]) => void; may: boolean };

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** The open hours of one day: each from and to, past midnight where `to` is the earlier. No hours at all is closed. */
export function Spans({ day, spans, change, may }: SpansProps) {
  const set = (at: number, part: Partial<Span>) =>
    change(spans.map((one, other) => (other === at ? { ...one, ...part } : one)));
  return (
    <div className={styles['spans']}>
      {spans.length === 0 ? <span className="dim">{t('calendars.closed')}</span> : null}
      {spans.map((span, at) => (
        <span key={at} className={styles['span']}>
          <TimeField
            label={t('calendars.opens', { day, n: at + 1 })}
            value={span.from}
            may={may}
            set={(from) => set(at, { from })}
          />
          <span aria-hidden>–</span>
          <TimeField
            label={t('calendars.closes', { day, n: at + 1 })}
            value={span.to}
            may={may}
            set={(to) => set(at, { to })}
          />
          {may ? (
            <ActionButton
              label={t('calendars.remove_hours', { day, n: at + 1 })}
              icon={IconTrash}
              iconOnly
              kind="quiet"
              onRun={() => change(spans.filter((_, other) => other !== at))}
            />
          ) : null}
        </span>
      ))}
      {may ? (
        <ActionButton
          label={t('calendars.add_hours', { day })}
          icon={IconPlus}
          iconOnly
          kind="quiet"
          onRun={() =>
            change([...spans, spans.length === 0 ? { from: '08:30', to: '12:00' } : { from: '13:30', to: '17:30' }])
          }
        />
      ) : null}
    </div>
  );
}

type TimeProps = { label: string; value: string; may: boolean; set: (time: string) => void };

/** Text and not the device's clock, which knows no 24:00. */
function TimeField({ label, value, may, set }: TimeProps) {
  return (
    <TextInput
      aria-label={label}
      className={styles['time']}
      value={value}
      maxLength={5}
      readOnly={!may}
      error={timeOfDay.test(value) ? null : t('calendars.time_how')}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
}
