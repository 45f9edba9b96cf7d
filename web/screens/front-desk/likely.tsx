import { useEffect } from 'react';
import type { z } from 'zod';
import type { likelyOut } from '../../../src/contact/likely.ts';
import type { Kind } from '../../matter/kinds.ts';
import { MatterLine } from '../../matter/matter-line.tsx';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import styles from './likely.module.css';
import type { IntakeForm } from './use-intake.ts';
import { AboutThis } from './who-and-where.tsx';

type LikelyAnswer = z.output<typeof likelyOut>;
type Report = LikelyAnswer['likely'][number];

/** What may have been reported already, offered before anything is saved: told again, joined, or opened all the same. */
export function Likely({ intake, kind }: { intake: IntakeForm; kind: Kind }) {
  const { values, change } = intake;
  const { data } = useRead<LikelyAnswer>('intake/likely', {
    about: ['ticket'],
    query: { kind: kind.key, placeId: values.place?.id, customerId: values.customer?.id },
    enabled: values.place !== null || values.customer !== null,
  });
  const { likely = [], incidents = [] } = data ?? {};
  const count = likely.length + incidents.length;
  // It comes a moment later and pushes the form down: whoever writes there keeps his field in sight.
  useEffect(() => {
    if (count > 0) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  if (count === 0) return null;
  return (
    <section className={styles['likely']} aria-label={t('front_desk.likely')}>
      <h2>{t('front_desk.likely')}</h2>
      {incidents.map((matter) => {
        const joined = values.incident?.id === matter.id;
        const { id, number, title } = matter;
        return (
          <MatterLine
            key={id}
            matter={matter}
            why={t('front_desk.incident', { count: matter.reports })}
            actions={
              <>
                <ActionButton
                  label={joined ? t('front_desk.leave_incident') : t('front_desk.join_incident')}
                  kind={joined ? 'plain' : 'primary'}
                  onRun={() => change({ incident: joined ? null : { id, number, title } })}
                />
                <AboutThis intake={intake} matter={matter} />
              </>
            }
          />
        );
      })}
      {likely.map((matter) => (
        <MatterLine
          key={matter.id}
          matter={matter}
          why={whyWords(matter)}
          actions={<AboutThis intake={intake} matter={matter} />}
        />
      ))}
    </section>
  );
}

/** "Reported 3 days ago in the flat below". */
function whyWords({ daysAgo, why }: Report): string {
  const where = t(`front_desk.why_${why}`);
  return daysAgo === 0
    ? t('front_desk.reported_today', { where })
    : t('front_desk.reported_ago', { count: daysAgo, where });
}
