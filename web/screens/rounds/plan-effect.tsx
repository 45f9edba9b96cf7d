import type { z } from 'zod';
import type { planEffectOut } from '../../../src/round/view.ts';
import { refusalWords } from '../../server/refusals.ts';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { absolute, listWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import { Changes } from '../administration/changes.tsx';

export type PlanEffect = z.output<typeof planEffectOut>;

/** When it would be walked next, and what becomes of the rounds and follow-ups that are there. */
export function PlanEffectWords({ effect }: { effect: PlanEffect }) {
  const { faults, next, dropped, kept, followUps } = effect;
  const none = t('rounds.effect_none');
  return (
    <Section title={t('rounds.effect')}>
      {faults.map((fault) => (
        <Notice key={`${fault.code} ${fault.params?.['path'] ?? ''}`} tone="late">
          {refusalWords(fault)}
        </Notice>
      ))}
      <Changes changes={effect.changes} />
      <Facts
        lines={[
          {
            label: t('rounds.effect_next'),
            value: next.length > 0 ? listWords(next.map(({ dueAt }) => absolute(dueAt))) : none,
          },
          { label: t('rounds.effect_dropped'), value: dropped > 0 ? t('rounds.n_rounds', { count: dropped }) : none },
          { label: t('rounds.effect_kept'), value: kept > 0 ? t('rounds.n_rounds', { count: kept }) : none },
          {
            label: t('rounds.effect_follow_ups'),
            value: followUps > 0 ? t('rounds.n_follow_ups', { count: followUps }) : none,
          },
        ]}
      />
    </Section>
  );
}
