import { IconWalk } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { begunPatrolOut, patrolsOut } from '../../../src/round/view-findings.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Section } from '../../ui/section.tsx';
import { said, t } from '../../words/words.ts';
import styles from './rounds.module.css';

type Patrols = z.output<typeof patrolsOut>;
type Begun = z.output<typeof begunPatrolOut>;

/** What somebody may go and look at whenever he sees fit; nothing, where no patrol is his to begin (PTRL-01). */
export function BeginPatrols() {
  const patrols = useRead<Patrols>('patrols', { about: ['organisation', 'post'] }).data?.items ?? [];
  const navigate = useNavigate();
  const begin = useWrite<string, Begun>({
    send: (planId, options) => api.post('patrols', { planId }, options),
    changes: () => ['round', 'commitment'],
    done: ({ id }) => void navigate({ to: '/rounds/$roundId', params: { roundId: id } }),
  });
  const mine = patrols.filter(({ can }) => can['begin'] === null);
  if (mine.length === 0) return null;
  return (
    <Section title={t('patrols.begin_title')} aside={t('patrols.begin_why')}>
      <div className={styles['acts']}>
        {mine.map((one) => (
          <ActionButton
            key={one.id}
            label={t('patrols.begin', { name: said(one.name) })}
            icon={IconWalk}
            can={one.can}
            action="begin"
            busy={begin.busy}
            onRun={() => void begin.run(one.id)}
          />
        ))}
      </div>
    </Section>
  );
}
