import type { z } from 'zod';
import type { contactsOut } from '../../../src/contact/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { channelWords, purposeWords } from '../../matter/words.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import styles from './just-now.module.css';

type Contacts = z.output<typeof contactsOut>;

/** The last callers of whoever sits here, so that "I was just on the phone with you" finds its matter at once. */
export function JustNow({ shown }: { shown: boolean }) {
  const me = useSession().person.id;
  const { data } = useRead<Contacts>('contacts', { about: ['contact'], query: { by: me, limit: 8 }, enabled: shown });
  if (!shown || !data || data.items.length === 0) return null;
  return (
    <section aria-label={t('front_desk.just_now')}>
      <h2>{t('front_desk.just_now')}</h2>
      <ul className={styles['contacts']}>
        {data.items.map((one) => (
          <li key={one.id}>
            <When at={one.at} className={`dim ${styles['when'] ?? ''}`} />
            <span className="cut">
              <span className="dim">{channelWords(one.channel)}</span>{' '}
              {[one.place?.code, one.customer?.name ?? one.callerName, one.need || purposeWords(one.purpose)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className={styles['tickets']}>
              {one.tickets.map((ticket) => (
                <ThingLink key={ticket.id} type="ticket" id={ticket.id}>
                  {ticket.number}
                </ThingLink>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
