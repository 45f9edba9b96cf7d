import { useRef, useState } from 'react';
import { refusalWords } from '../../refusals.ts';
import { keyCap, useKeys } from '../../ui/keys.ts';
import { t } from '../../words/words.ts';
import styles from './composer.module.css';
import type { TicketView } from './view.ts';
import { WordsForm } from './words-form.tsx';

const tabs = ['answers', 'notes', 'apologies', 'explanations', 'investigations', 'situations'] as const;
export type Saying = (typeof tabs)[number];

/** R and N write at once; the rest is what complaints need now and then. */
const hotkeys: Partial<Record<Saying, string>> = { answers: 'r', notes: 'n' };
const often: readonly Saying[] = ['answers', 'notes'];
/** Complaints need all of them, in this order; others an answer and a note. */
const ofComplaints: readonly Saying[] = ['apologies', 'investigations', 'explanations', 'situations'];

/** Where the next word is written: to the customer, or among ourselves. Each keeps its own draft with the ticket. */
export function Composer({ ticket }: { ticket: TicketView }) {
  const [tab, setTab] = useState<Saying>('answers');
  const [all, setAll] = useState(ticket.kind.type === 'complaint');
  const [focus, setFocus] = useState(0);
  const within = useRef<HTMLElement>(null);
  const shown = [...often, ...(all ? ofComplaints : [])];
  const choose = (next: Saying) => {
    setTab(next);
    setFocus((count) => count + 1);
  };
  useKeys(
    often.map((one) => ({
      key: hotkeys[one]!,
      label: t(`ticket.say_${one}`),
      group: 'screen' as const,
      run: () => choose(one),
    })),
    within,
  );
  const why = tab === 'notes' ? ticket.can['note'] : ticket.can['answer'];
  return (
    <section ref={within} className={styles['composer']} aria-label={t('ticket.compose')}>
      <div role="tablist" aria-label={t('ticket.compose')} className={styles['tabs']}>
        {shown.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={one === tab} onClick={() => choose(one)}>
            {t(`ticket.say_${one}`)}
            {hotkeys[one] ? <kbd aria-hidden>{keyCap(hotkeys[one])}</kbd> : null}
          </button>
        ))}
        {all ? null : (
          <button type="button" role="tab" aria-selected={false} onClick={() => setAll(true)}>
            {t('ticket.say_more')}
          </button>
        )}
      </div>
      {why ? (
        <p className="dim">{refusalWords(why)}</p>
      ) : (
        <WordsForm key={tab} ticket={ticket} saying={tab} focus={focus} />
      )}
    </section>
  );
}
