import { IconCheck, IconX } from '@tabler/icons-react';
import { api } from '../../server/api.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { ActButtons } from './act-buttons.tsx';
import { handActs } from './acts/all.ts';
import { formOf } from './acts/form-of.ts';
import type { Open } from './dialogs.tsx';
import styles from './side.module.css';
import type { TicketView } from './view.ts';
import { changedBy } from './view.ts';

const RefuseOffer = formOf(() => import('./acts/hand-over.tsx'), 'RefuseOffer');

/** Who is accountable, to whom it is offered, and how it changes hands. */
export function Owner({ ticket, open }: { ticket: TicketView; open: Open }) {
  const me = useSession().person.id;
  return (
    <section>
      <h2>{t('ticket.accountable')}</h2>
      <p className={styles['name']}>
        <strong>{ticket.owner.name}</strong>
        {ticket.owner.id === me ? <span className="dim">{t('ticket.that_is_you')}</span> : null}
      </p>
      {ticket.offer ? <Offer ticket={ticket} offer={ticket.offer} open={open} /> : null}
      <div className={styles['buttons']}>
        <ActButtons ticket={ticket} acts={handActs()} open={open} />
      </div>
    </section>
  );
}

type OfferProps = { ticket: TicketView; offer: NonNullable<TicketView['offer']>; open: Open };

function Offer({ ticket, offer, open }: OfferProps) {
  const me = useSession().person.id;
  const accept = useWrite<void>({
    send: (_, options) => api.post(`tickets/${ticket.id}/offer/answer`, { accept: true }, options),
    changes: () => changedBy(ticket.id),
  });
  const withdraw = useWrite<void>({
    send: (_, options) => api.delete(`tickets/${ticket.id}/offer`, options),
    changes: () => changedBy(ticket.id),
  });
  const refuse = t('ticket.refuse_offer');
  return (
    <div className={styles['offer']}>
      <p>
        {t('ticket.offered', { from: offer.from.name, to: offer.to.name })} <When at={offer.offeredAt} />
      </p>
      {offer.reason ? <p>{offer.reason}</p> : null}
      <div className={styles['buttons']}>
        {offer.to.id === me ? (
          <>
            <ActionButton
              label={t('ticket.accept_offer')}
              icon={IconCheck}
              kind="primary"
              hotkey="y"
              can={ticket.can}
              action="accept"
              busy={accept.busy}
              onRun={() => void accept.run()}
            />
            <ActionButton
              label={refuse}
              icon={IconX}
              can={ticket.can}
              action="accept"
              onRun={() => open({ title: refuse, form: RefuseOffer })}
            />
          </>
        ) : (
          <ActionButton
            label={t('ticket.withdraw_offer')}
            can={ticket.can}
            action="withdraw_offer"
            busy={withdraw.busy}
            onRun={() => void withdraw.run()}
          />
        )}
      </div>
    </div>
  );
}
