import { IconArrowsExchange, IconCheck, IconEye, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { absolute } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import type { Board, Item } from './day.ts';
import { quantityWords, stateWords, toneOf } from './day.ts';
import styles from './day-plan.module.css';
import { CheckForm, FinishForm, MoveForm } from './item-forms.tsx';

type Asked = 'finish' | 'check' | 'move' | null;
type ItemCardProps = {
  item: Item;
  people: Pick<Board['people'][number], 'person' | 'openTickets'>[];
  /** Shown on the page of its plan, which need not be named. */
  underPlan?: boolean;
};

/** One item: how far it is, what was remarked, where it came from, and what can be done with it now. */
export function ItemCard({ item, people, underPlan = false }: ItemCardProps) {
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  return (
    <div className={styles['item']}>
      <p className={styles['line']}>
        <strong>{item.title}</strong>
        <StateMark tone={toneOf(item)}>{stateWords(item)}</StateMark>
      </p>
      <p className="dim">
        <When at={item.dueAt} /> · {t('day.given_by', { name: item.givenBy.name })}
        {item.quantity === null ? null : ` · ${quantityWords(item)}`}
        {item.plan && !underPlan ? (
          <>
            {' · '}
            <Go to={`/day-plan/plans/${item.plan.id}`}>{item.plan.title}</Go>
          </>
        ) : null}
      </p>
      <Traces item={item} />
      <Steps item={item} ask={setAsked} />
      <Dialog opened={asked !== null} close={close} title={item.title}>
        {asked === 'finish' ? <FinishForm item={item} done={close} /> : null}
        {asked === 'check' ? <CheckForm item={item} done={close} /> : null}
        {asked === 'move' ? <MoveForm item={item} people={people} done={close} /> : null}
      </Dialog>
    </div>
  );
}

/** What came of it, every check with its remark, every move between people. */
function Traces({ item }: { item: Item }) {
  return (
    <>
      {item.outcome ? <p>{t('day.outcome_is', { words: item.outcome })}</p> : null}
      {item.checks.map((check) => (
        <p key={check.at} className="dim">
          {t(check.passed ? 'day.check_passed' : 'day.check_sent_back', {
            name: check.by.name,
            when: absolute(check.at),
            remark: check.remark || '–',
          })}
        </p>
      ))}
      {item.moves.map((move) => (
        <p key={move.at} className="dim">
          {t('day.moved', { from: move.from.name, to: move.to.name, by: move.by.name, why: move.why })}
        </p>
      ))}
    </>
  );
}

function Steps({ item, ask }: { item: Item; ask: (asked: Asked) => void }) {
  const step = useWrite<'read' | 'begin'>({
    send: (which, options) => api.post(`work-items/${item.id}/${which}`, {}, options),
    changes: () => ['work_item', 'work_plan'],
  });
  const can = Object.fromEntries(Object.entries(item.can).filter(([, refused]) => refused === null));
  const shared = { can, busy: step.busy };
  return (
    <div className={styles['acts']}>
      <ActionButton
        {...shared}
        label={t('day.read')}
        icon={IconEye}
        action="read"
        onRun={() => void step.run('read')}
      />
      <ActionButton
        {...shared}
        label={t('day.begin')}
        icon={IconPlayerPlay}
        action="begin"
        onRun={() => void step.run('begin')}
      />
      <ActionButton
        {...shared}
        label={t('day.finish')}
        icon={IconCheck}
        kind="primary"
        action="finish"
        onRun={() => ask('finish')}
      />
      <ActionButton {...shared} label={t('day.check')} icon={IconCheck} action="check" onRun={() => ask('check')} />
      <ActionButton
        {...shared}
        label={t('day.move')}
        icon={IconArrowsExchange}
        kind="quiet"
        action="move"
        onRun={() => ask('move')}
      />
    </div>
  );
}
