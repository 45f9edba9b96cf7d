import { useState } from 'react';
import type { OrderView } from '../../../src/dispatch/view.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Facts } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { t } from '../../words/words.ts';
import styles from './emergency.module.css';
import { standingWords, stateTone, stateWords, whereWords } from './words.ts';

type Asked = 'done' | 'decline' | 'recall';
const ASKS: Record<Asked, 'outcome' | 'reason'> = { done: 'outcome', decline: 'reason', recall: 'reason' };

/** One order with everything that became of it, and what may be said of it now. */
export function Order({ order }: { order: OrderView }) {
  const { ticket, why } = order;
  return (
    <>
      <p>
        <StateMark tone={stateTone(order)}>{stateWords(order)}</StateMark>
      </p>
      <Facts
        lines={[
          { label: t('emergency.what'), value: order.what },
          { label: t('emergency.where'), value: whereWords(order) },
          { label: t('emergency.given_by'), value: `${order.givenBy.name} · ${absolute(order.givenAt)}` },
          { label: t('emergency.standing_then'), value: standingWords(order) },
          { label: t('emergency.why'), value: why },
          { label: t('emergency.take_by'), value: order.takeBy ? absolute(order.takeBy) : null },
          { label: t('emergency.due'), value: order.dueAt ? absolute(order.dueAt) : null },
          {
            label: t('emergency.ticket'),
            value: ticket ? (
              <ThingLink type="ticket" id={ticket.id}>
                {String(ticket.number)}
              </ThingLink>
            ) : null,
          },
        ]}
      />
      <ol className={styles['log']}>
        {order.acts.map((one) => (
          <li key={one.act}>
            {[t(`emergency.act_${one.act}`), one.by.name, absolute(one.at), one.said].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ol>
      <Acts order={order} />
    </>
  );
}

function Acts({ order: { id, can, ticket } }: { order: OrderView }) {
  const [asked, ask] = useState<Asked | null>(null);
  const close = () => ask(null);
  const write = useWrite<{ path: string; body: object }>({
    send: ({ path, body }, options) => api.post(`dispatch/orders/${id}/${path}`, body, options),
    changes: () => ['dispatch_order', 'commitment', ...(ticket ? [`ticket/${ticket.id}` as const] : [])],
    done: close,
  });
  const may = (action: string) => can[action] === null;
  const nothing = !['take', 'finish', 'decline', 'recall'].some(may);
  return (
    <div className={styles['acts']}>
      {may('take') ? (
        <ActionButton
          label={t('emergency.do_take')}
          kind="primary"
          busy={write.busy}
          onRun={() => void write.run({ path: 'take', body: {} })}
        />
      ) : null}
      {may('finish') ? <ActionButton label={t('emergency.do_done')} kind="primary" onRun={() => ask('done')} /> : null}
      {may('decline') ? <ActionButton label={t('emergency.do_decline')} onRun={() => ask('decline')} /> : null}
      {may('recall') ? (
        <ActionButton label={t('emergency.do_recall')} kind="quiet" onRun={() => ask('recall')} />
      ) : null}
      {nothing ? <ActionButton label={t('emergency.do_take')} can={can} action="take" onRun={close} /> : null}
      {asked ? (
        <AskWhy
          key={asked}
          opened
          close={close}
          title={t(`emergency.do_${asked}`)}
          act={t(`emergency.do_${asked}`)}
          label={t(`emergency.ask_${asked}`)}
          busy={write.busy}
          run={(said) => void write.run({ path: asked, body: { [ASKS[asked]]: said } })}
        />
      ) : null}
    </div>
  );
}
