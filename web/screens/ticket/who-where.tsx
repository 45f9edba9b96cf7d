import { Suspense } from 'react';
import { IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Thumbnail } from '../../matter/thumbnail.tsx';
import { fieldWords } from '../../matter/field-words.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { channelWords } from '../../matter/words.ts';
import { listWords } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { apiUrl } from '../../server/base.ts';
import { later } from '../../routes/later.ts';
import { said, t } from '../../words/words.ts';
import { Elsewhere } from './elsewhere.tsx';
import type { Open } from './dialogs.tsx';
import styles from './side.module.css';
import type { TicketView } from './view.ts';

/** Tickets that hang together with it come after the matter itself. */
const WhatHangsTogether = later(() => import('./hangs-together.tsx').then((file) => file.WhatHangsTogether));

/** Who and where, what is known of the matter, and what else is open for the customer and at the unit. */
export function WhoWhere({ ticket, open }: { ticket: TicketView; open: Open }) {
  return (
    <aside className={styles['side']} aria-label={t('ticket.pane_who')}>
      <Customer ticket={ticket} />
      <Place ticket={ticket} />
      {ticket.need ? (
        <section>
          <h2>{t('ticket.need')}</h2>
          <p className={styles['text']}>{ticket.need}</p>
        </section>
      ) : null}
      <Photos ticket={ticket} />
      <Facts ticket={ticket} />
      <Suspense fallback={null}>
        <WhatHangsTogether ticket={ticket} open={open} />
      </Suspense>
      <Elsewhere ticket={ticket} />
    </aside>
  );
}

function Customer({ ticket: { customer, caller } }: { ticket: TicketView }) {
  if (!customer && !caller.name && !caller.phone) return null;
  return (
    <section>
      <h2>{t('ticket.customer')}</h2>
      {customer ? (
        <p className={styles['name']}>
          <ThingLink type="customer" id={customer.id}>
            {customer.name}
          </ThingLink>
          {customer.vip ? <span className={styles['vip']}>{t('matter.vip')}</span> : null}
        </p>
      ) : null}
      {customer?.phones.map((phone) => (
        <p key={phone} className={styles['phone']}>
          <IconPhone size={14} aria-hidden /> {phone}
        </p>
      ))}
      {caller.name || caller.phone ? (
        <p>
          <span className="dim">{t('ticket.caller')}</span> {[caller.name, caller.phone].filter(Boolean).join(' · ')}
        </p>
      ) : null}
    </section>
  );
}

function Place({ ticket: { place } }: { ticket: TicketView }) {
  if (!place) return null;
  return (
    <section>
      <h2>{t('matter.place')}</h2>
      <p className={styles['name']}>
        <ThingLink type="place" id={place.id}>
          {place.code}
        </ThingLink>
        <span className="dim">{place.name}</span>
        {place.safety ? <span className={styles['vip']}>{t('matter.safety_place')}</span> : null}
      </p>
    </section>
  );
}

/** What the customer sent along, with what he says it shows. */
function Photos({ ticket: { photos } }: { ticket: TicketView }) {
  if (photos.length === 0) return null;
  return (
    <section>
      <h2>{t('ticket.photos')}</h2>
      <ul className={styles['captioned']}>
        {photos.map(({ id, type, shows, at }, nth) => (
          <li key={id}>
            {type === 'application/pdf' ? (
              <a href={apiUrl(`files/${id}`)} target="_blank" rel="noreferrer">
                {t('letters.page_pdf', { number: nth + 1 })}
              </a>
            ) : (
              <Thumbnail
                id={id}
                alt={shows || t('form.photo', { number: nth + 1 })}
                otherwise={t('form.photo', { number: nth + 1 })}
              />
            )}
            <span>
              {shows} <When at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the kind wants known, and how it came in. */
function Facts({ ticket }: { ticket: TicketView }) {
  const fields = ticket.fields.filter((one) => one.value !== null && one.value !== '');
  return (
    <section>
      <h2>{t('ticket.known')}</h2>
      <dl className={styles['facts']}>
        {fields.map((one) => (
          <Fact key={one.key} name={said(one.name)}>
            {fieldWords(one, one.value)}
          </Fact>
        ))}
        <Fact name={t('matter.channel')}>{channelWords(ticket.channel)}</Fact>
        <Fact name={t('ticket.opened')}>
          <When at={ticket.openedAt} /> {ticket.openedBy ? `· ${ticket.openedBy.name}` : ''}
        </Fact>
        {ticket.givenBy ? <Fact name={t('ticket.given_by')}>{ticket.givenBy.name}</Fact> : null}
        {ticket.promisedFor ? (
          <Fact name={t('ticket.promised_for')}>
            <When at={ticket.promisedFor} />
          </Fact>
        ) : null}
        {ticket.department ? <Fact name={t('matter.department')}>{said(ticket.department.name)}</Fact> : null}
        {ticket.judged ? <Fact name={t('ticket.judged')}>{judgedWords(ticket.judged)}</Fact> : null}
        {ticket.reopenedCount > 0 ? (
          <Fact name={t('ticket.reopened')}>{t('ticket.times', { count: ticket.reopenedCount })}</Fact>
        ) : null}
        {ticket.inSight.length > 0 ? (
          <Fact name={t('ticket.in_sight')}>{listWords([...new Set(ticket.inSight.map((one) => one.name))])}</Fact>
        ) : null}
      </dl>
    </section>
  );
}

function judgedWords(judged: string): string {
  return judged === 'declined' ? t('ticket.end_declined') : t('ticket.judged_reasonable');
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
