import { Button } from '@mantine/core';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { Section } from '../../../ui/section.tsx';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { LimitFields } from './limit-fields.tsx';
import { PostSelect } from './post-select.tsx';

type Props = { settings: Settings; change: (settings: Settings) => void };

/** Who approves material beyond plan or budget, and how long whoever approves has. */
export function MaterialFields({ settings, change }: Props) {
  const { materials, limits } = settings;
  const begun = { approvesBeyond: 'centre_manager', approve: limits.monthlyReport ?? limits.weeklySummary };
  const set = (to: Partial<typeof begun>) => change({ ...settings, materials: { ...(materials ?? begun), ...to } });
  return (
    <Section title={t('limits.material')} aside={t('limits.material_why')}>
      {materials ? (
        <>
          <div className={styles['fields']}>
            <PostSelect
              label={t('limits.material_beyond')}
              value={materials.approvesBeyond}
              change={(approvesBeyond) => set({ approvesBeyond })}
              holding="budget.approve"
            />
          </div>
          <LimitFields
            title={t('limits.material_approve')}
            limit={materials.approve}
            change={(approve) => set({ approve })}
            may
          />
        </>
      ) : (
        <Button variant="default" onClick={() => set({})}>
          {t('limits.material_begin')}
        </Button>
      )}
    </Section>
  );
}
