import { TextInput } from '@mantine/core';
import type { Settings } from '../../../src/pack/settings-shape.ts';
import { Section } from '../../ui/section.tsx';
import { t } from '../../words/words.ts';
import { LengthFields } from '../administration/limits/length-fields.tsx';
import { lengthSaid } from '../administration/limits/limit-words.ts';
import styles from './quality.module.css';

type Props = { settings: Settings; change: (settings: Settings) => void; may: boolean };

/** From how often on, within how long, an action is proposed. */
export function RepetitionFields({ settings, change, may }: Props) {
  const repetition = settings.repetition ?? { times: 3, within: 'P30D' };
  const set = (values: Partial<typeof repetition>) => change({ ...settings, repetition: { ...repetition, ...values } });
  return (
    <Section title={t('quality.view_repeated')}>
      {may ? (
        <div className={styles['fields']}>
          <TextInput
            type="number"
            min={2}
            max={50}
            label={t('improvement.times')}
            value={String(repetition.times)}
            onChange={(event) =>
              set({ times: Math.min(50, Math.max(2, Math.round(Number(event.currentTarget.value)) || 2)) })
            }
          />
          <LengthFields
            title={t('quality.view_repeated')}
            text={repetition.within}
            exact
            change={(within) => set({ within })}
          />
        </div>
      ) : (
        <p>{t('improvement.repeated_why', { times: repetition.times, within: lengthSaid(repetition.within) })}</p>
      )}
    </Section>
  );
}
