import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../api.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { FormProblem } from '../../../ui/form/form-problem.tsx';
import { Go } from '../../../ui/go.tsx';
import { Notice, Section } from '../../../ui/section.tsx';
import { absolute } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../writes.ts';
import type { Calendar, Effect, Rules } from './calendar-rules.ts';
import styles from './calendars.module.css';

type Props = { calendar: Calendar; rules: Rules; changed: boolean; back: () => void };

/** First what the new hours would do to the clocks that run, then why, then the new version. Nothing is saved before. */
export function Apply({ calendar, rules, changed, back }: Props) {
  const [effect, setEffect] = useState<Effect | null>(null);
  const [why, setWhy] = useState('');
  const preview = useWrite<void, Effect>({
    send: (_, options) => api.post<Effect>(`calendars/${calendar.id}/preview`, { rules }, options),
    done: setEffect,
    failed: () => true,
  });
  const apply = useWrite<void, { version: number }>({
    send: (_, options) =>
      api.put(`calendars/${calendar.id}`, { rules, why: why.trim(), seen: calendar.version }, options),
    changes: () => ['calendar', 'commitment', 'ticket', 'clock'],
    done: ({ version }) => say(t('calendars.applied', { n: version })),
    failed: () => true,
  });
  if (!changed) return null;
  return (
    <Section title={t('calendars.change')}>
      {effect ? <EffectWords effect={effect} /> : <p className="dim">{t('calendars.preview_first')}</p>}
      <FormProblem problem={apply.problem ?? preview.problem} shown={[]} />
      {effect ? (
        <TextInput
          label={t('calendars.why')}
          description={t('calendars.why_kept')}
          required
          maxLength={200}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
      ) : null}
      <div className={styles['row']}>
        {effect ? (
          <ActionButton
            label={t('calendars.apply')}
            kind="primary"
            busy={apply.busy}
            refused={why.trim() ? null : t('calendars.why_needed')}
            onRun={() => void apply.run()}
          />
        ) : (
          <ActionButton
            label={t('calendars.preview')}
            kind="primary"
            busy={preview.busy}
            onRun={() => void preview.run()}
          />
        )}
        <ActionButton label={t('calendars.discard')} onRun={back} />
      </div>
    </Section>
  );
}

function EffectWords({ effect }: { effect: Effect }) {
  return (
    <>
      <Notice tone={effect.turnsLate > 0 ? 'late' : 'run'}>
        {effect.moves === 0 ? t('calendars.moves_nothing') : t('calendars.moves', { count: effect.moves })}{' '}
        {effect.turnsLate > 0 ? t('calendars.turns_late', { count: effect.turnsLate }) : null}{' '}
        {effect.turnsInTime > 0 ? t('calendars.turns_in_time', { count: effect.turnsInTime }) : null}
      </Notice>
      <ul className={styles['dates']} aria-label={t('calendars.first_moved')}>
        {effect.first.slice(0, 10).map((one) => (
          <li key={one.commitmentId}>
            <span>{t('calendars.moved', { from: absolute(one.from), to: absolute(one.to) })}</span>
            {one.turns === 'late' ? <strong>{t('calendars.would_be_late')}</strong> : null}
            {one.ticketId ? <Go to={`/tickets/${one.ticketId}`}>{t('calendars.look')}</Go> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
