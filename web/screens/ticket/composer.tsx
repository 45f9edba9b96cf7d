import { useId, useRef, useState } from 'react';
import { refusalWords } from '../../server/refusals.ts';
import { keyCap, useKeys } from '../../ui/keys.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { t } from '../../words/words.ts';
import styles from './composer.module.css';
import { useInsertComing } from './inserted.ts';
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
  const [focus, setFocus] = useState(0);
  const within = useRef<HTMLElement>(null);
  const panel = useId();
  const [others, setOthers] = useState(ticket.kind.type === 'complaint' ? ofComplaints : []);
  const hidden = ofComplaints.filter((one) => !others.includes(one));
  const choose = (next: Saying) => {
    if (hidden.includes(next)) setOthers([...others, next]);
    setTab(next);
    setFocus((count) => count + 1);
  };
  const walk = (next: Saying) => {
    setTab(next);
    setFocus(0);
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
  useInsertComing(ticket.id, () => choose('answers'));
  const why = tab === 'notes' ? ticket.can['note'] : ticket.can['answer'];
  return (
    <section ref={within} className={styles['composer']} aria-label={t('ticket.compose')}>
      <div className={styles['tabs']}>
        <Tabs shown={[...often, ...others]} tab={tab} panel={panel} choose={choose} walk={walk} />
        {hidden.length > 0 ? <More hidden={hidden} choose={choose} /> : null}
      </div>
      <div role="tabpanel" id={panel} aria-label={t(`ticket.say_${tab}`)}>
        {why ? (
          <p className="dim">{refusalWords(why)}</p>
        ) : (
          <WordsForm key={tab} ticket={ticket} saying={tab} focus={focus} />
        )}
      </div>
    </section>
  );
}

type TabsProps = {
  shown: readonly Saying[];
  tab: Saying;
  panel: string;
  /** Chosen to write at once. */
  choose: (saying: Saying) => void;
  /** Passed over with the arrow keys: the cursor stays among the tabs. */
  walk: (saying: Saying) => void;
};

function Tabs({ shown, tab, panel, choose, walk }: TabsProps) {
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by && (shown.indexOf(tab) + by + shown.length) % shown.length;
    if (next === undefined) return;
    event.preventDefault();
    walk(shown[next]!);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div role="tablist" tabIndex={-1} aria-label={t('ticket.compose')} onKeyDown={onKeyDown}>
      {shown.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === tab}
          aria-controls={panel}
          tabIndex={one === tab ? 0 : -1}
          onClick={() => choose(one)}
        >
          {t(`ticket.say_${one}`)}
          {hotkeys[one] ? <kbd aria-hidden>{keyCap(hotkeys[one])}</kbd> : null}
        </button>
      ))}
    </div>
  );
}

/** What is seldom said, one click further. The cursor goes to the field, not back to the button. */
function More({ hidden, choose }: { hidden: readonly Saying[]; choose: (saying: Saying) => void }) {
  return (
    <MenuButton
      position="top-start"
      returnFocus={false}
      button={<button type="button">{t('ticket.say_more')}</button>}
      choices={hidden.map((one) => ({ key: one, label: t(`ticket.say_${one}`), run: () => choose(one) }))}
    />
  );
}
