import { IconSend } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { OrderView } from '../../../src/dispatch/view.ts';
import type { Page } from '../../server/contract.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { useRight } from '../../session/session.ts';
import { t } from '../../words/words.ts';
import { stateWords } from '../emergency/words.ts';
import type { PartProps } from './matters-of.tsx';
import styles from './side.module.css';

/** Orders given for this emergency (SAFE-06), and the way to whoever is free. */
export function OrdersGiven({ ticket }: Pick<PartProps, 'ticket'>) {
  const navigate = useNavigate();
  const sees = useRight('work_order.see');
  const { data } = useRead<Page<OrderView>>('dispatch/orders', {
    about: ['dispatch_order'],
    query: { ticket: ticket.id, limit: 20 },
    enabled: sees,
  });
  const isPressing = ticket.urgency === 'emergency' && ticket.closedAt === null;
  if (!sees || !data || (data.items.length === 0 && !isPressing)) return null;
  return (
    <section>
      <h2>{t('emergency.view_orders')}</h2>
      {data.items.map((one) => (
        <div key={one.id} className={styles['item']}>
          <Go to="/emergency" search={{ view: 'orders', ticket: ticket.id }}>
            {`${one.to.name} · ${one.what}`}
          </Go>
          <p className="dim">{stateWords(one)}</p>
        </div>
      ))}
      {isPressing ? (
        <div className={styles['buttons']}>
          <ActionButton
            label={t('emergency.send_somebody')}
            icon={IconSend}
            kind="quiet"
            onRun={() => void navigate({ to: '/emergency', search: { ticket: ticket.id } })}
          />
        </div>
      ) : null}
    </section>
  );
}
