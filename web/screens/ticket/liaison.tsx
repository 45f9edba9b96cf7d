import { IconUsers } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { z } from 'zod';
import type { mattersOut } from '../../../src/liaison/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { useRead } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import { matterState } from '../papers/words.ts';
import type { PartProps } from './matters-of.tsx';
import styles from './side.module.css';

/** What is dealt with with bodies outside for this matter (EXTR-02), and the way to begin it. */
export function LiaisonOf({ ticket }: Pick<PartProps, 'ticket'>) {
  const navigate = useNavigate();
  const may = useRight('liaison.log');
  const { data } = useRead<z.output<typeof mattersOut>>('liaison-matters', {
    about: ['liaison_matter'],
    query: { ticket: ticket.id, limit: 10 },
    enabled: may,
  });
  if (!may || !data) return null;
  const search = { view: 'liaison', list: 'matters', ticket: ticket.id } as const;
  return (
    <section>
      <h2>{t('papers.view_liaison')}</h2>
      {data.items.map((one) => (
        <div key={one.id} className={styles['item']}>
          <ThingLink type="liaison_matter" id={one.id}>
            {`${one.body.name} · ${one.subject}`}
          </ThingLink>
          <p className="dim">{[one.nextStep ?? one.outcome, matterState(one)].filter(Boolean).join(' · ')}</p>
        </div>
      ))}
      <div className={styles['buttons']}>
        <ActionButton
          label={t('papers.deal_for_ticket')}
          icon={IconUsers}
          kind="quiet"
          onRun={() => void navigate({ to: '/papers', search })}
        />
      </div>
    </section>
  );
}
