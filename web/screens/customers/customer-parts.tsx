import { Go } from '../../ui/go.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import { languageNames } from '../../words/languages.ts';
import type { Language } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
import styles from './customers.module.css';
import { Unmask } from './unmask.tsx';
import type { CustomerAnswer } from './customers.ts';
import { kindWords, relationWords, touchWords, updatesWords } from './customers.ts';

/** How to reach somebody and what to know before one does. */
export function Known({ customer }: { customer: CustomerAnswer }) {
  return (
    <Section
      title={t('customers.reach')}
      aside={customer.masked ? t('customers.masked') : null}
      actions={<Unmask key={customer.id} customer={customer} />}
    >
      <Facts
        lines={[
          ...customer.phones.map((phone, at) => ({
            label: [t('customers.phone_n', { n: at + 1 }), phone.label].filter(Boolean).join(' · '),
            value: customer.masked ? phone.number : <a href={`tel:${phone.number}`}>{phone.number}</a>,
          })),
          ...customer.emails.map((email, at) => ({
            label: [t('customers.email_n', { n: at + 1 }), email.label].filter(Boolean).join(' · '),
            value: customer.masked ? email.address : <a href={`mailto:${email.address}`}>{email.address}</a>,
          })),
          ...customer.lastByChannel.map((one) => ({
            label: touchWords(one),
            value: <When at={one.at} />,
          })),
          { label: t('customers.updates'), value: updatesWords(customer.updates) },
          { label: t('customers.language'), value: languageNames[customer.language as Language] },
          { label: t('customers.known_since'), value: <When at={customer.createdAt} /> },
          { label: t('customers.note'), value: customer.note },
        ]}
      />
    </Section>
  );
}

/** Places, and the people around this one. */
export function Lives({ customer }: { customer: CustomerAnswer }) {
  const around = [...customer.members, ...customer.groups];
  return (
    <div className={styles['beside']}>
      <Section title={t('customers.places')}>
        {customer.places.length === 0 ? <p className="dim">{t('customers.no_places')}</p> : null}
        <ul className={styles['lines']}>
          {customer.places.map((place) => (
            <li key={`${place.placeId} ${place.relation}`}>
              <Go to={`/places/${place.placeId}`}>{place.code}</Go>
              <span>{relationWords(place.relation)}</span>
              <span className="dim">{periodOf(place.since, place.until)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={customer.kind === 'person' ? t('customers.groups') : t('customers.members')}>
        {around.length === 0 ? <p className="dim">{t('customers.nobody_around')}</p> : null}
        <ul className={styles['lines']}>
          {around.map((one) => (
            <li key={one.id}>
              <Go to={`/customers/${one.id}`}>{one.name}</Go>
              <span className="dim">{[kindWords(one.kind), one.relation].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function periodOf(since: string | null, until: string | null): string {
  if (since && until) return t('customers.from_until', { since, until });
  if (since) return t('customers.since', { since });
  return until ? t('customers.until', { until }) : '';
}

/** The last touches, whoever had them. */
export function Touches({ rows }: { rows: CustomerAnswer['contacts'] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={t('customers.touches')}>
      <ul className={styles['touches']}>
        {rows.map((row) => (
          <li key={row.id}>
            <p>
              <When at={row.at} /> · {row.direction === 'in' ? t('customers.came_in') : t('customers.went_out')} ·{' '}
              {row.receiver.name}
            </p>
            {row.need ? <p>{row.need}</p> : null}
            {row.conversationId ? (
              <p>
                <Go to={`/messages/${row.conversationId}`}>{t('messages.see')}</Go>
              </p>
            ) : null}
            {row.outcome ? <p className="dim">{row.outcome}</p> : null}
            {row.tickets.map((ticket) => (
              <p key={ticket.id}>
                <Go to={`/tickets/${ticket.id}`}>
                  {ticket.number} {ticket.title}
                </Go>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
