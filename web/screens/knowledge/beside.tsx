import { IconBookUpload, IconCheck, IconQuote, IconThumbDown } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { citedOut, suggestionsOut } from '../../../src/knowledge/view-acts.ts';
import { api } from '../../server/api.ts';
import { base } from '../../server/base.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { absoluteDay, dateOf } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { language, t } from '../../words/words.ts';
import { UnhelpfulForm } from './feedback.tsx';
import { languageOf, readable } from '../../matter/written.ts';
import styles from './knowledge.module.css';

type Answer = z.output<typeof suggestionsOut>;
type Suggestion = Answer['items'][number];
type Cited = z.output<typeof citedOut>;

type Props = {
  ticketId: string;
  /** Whoever may answer the customer puts the words there; left out: there is no answer to put them in. */
  insert?: ((text: string) => void) | undefined;
};

/** The articles nearest to a matter, by its own words: used, cited in the answer, or said to be of no help. */
export function BesideTicket({ ticketId, insert }: Props) {
  const navigate = useNavigate();
  const { data } = useRead<Answer>(`tickets/${ticketId}/articles`, {
    about: [`ticket/${ticketId}`, 'article'],
    keep: true,
  });
  if (!data) return null;
  return (
    <section aria-label={t('knowledge.beside')} className={styles['beside']}>
      <h2>{t('knowledge.beside')}</h2>
      {data.items.length === 0 ? <p className="dim">{t('knowledge.nothing_near')}</p> : null}
      {data.items.map((one) => (
        <Near key={one.id} one={one} ticketId={ticketId} insert={insert} />
      ))}
      {data.from.map((one) => (
        <p key={one.id}>
          {t('knowledge.from_this')} <Go to={`/knowledge/${one.id}`}>{readable(one.title, one)}</Go>
        </p>
      ))}
      <div>
        {data.can['write'] === null ? (
          <ActionButton
            label={t('knowledge.write_from')}
            icon={IconBookUpload}
            onRun={() => void navigate({ to: '/knowledge/new', search: { from: ticketId } })}
          />
        ) : null}{' '}
        <Go to="/knowledge">{t('knowledge.search_all')}</Go>
      </div>
    </section>
  );
}

function Near({ one, ticketId, insert }: Props & { one: Suggestion }) {
  const [saying, setSaying] = useState(false);
  const changes = () => [`ticket/${ticketId}`, `article/${one.id}`] as const;
  const used = useWrite<void>({
    send: (_, options) => api.post(`articles/${one.id}/use`, { ticketId }, options),
    changes,
    done: () => say(t('knowledge.used_now')),
  });
  const cite = useWrite<void, Cited>({
    send: (_, options) => api.post(`articles/${one.id}/cite`, { ticketId, language: language() }, options),
    changes,
    done: (cited) => {
      insert?.(wordsOf(cited));
      say(t('knowledge.cited_now'));
    },
  });
  const { tag } = languageOf(one.title, one);
  return (
    <details className={styles['suggestion']}>
      <summary>
        <span lang={tag}>{readable(one.title, one)}</span>{' '}
        {one.usedHere ? <span className="dim">{t('knowledge.used_here')}</span> : null}
      </summary>
      <p lang={tag}>{readable(one.excerpt, one)}</p>
      <p className="dim">
        {[
          one.source,
          one.inForceOn ? t('knowledge.in_force_since', { date: absoluteDay(one.inForceOn) }) : '',
          t('knowledge.confirmed_on', { date: dateOf(one.confirmedAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div>
        <Go to={`/knowledge/${one.id}`} className={styles['open']}>
          {t('knowledge.open')}
        </Go>
        {insert && one.sort !== 'experience' ? (
          <ActionButton label={t('knowledge.cite')} icon={IconQuote} busy={cite.busy} onRun={() => void cite.run()} />
        ) : null}
        <ActionButton
          label={t('knowledge.use')}
          icon={IconCheck}
          kind="quiet"
          busy={used.busy}
          onRun={() => void used.run()}
        />
        <ActionButton
          label={t('knowledge.unhelpful')}
          icon={IconThumbDown}
          kind="quiet"
          onRun={() => setSaying(true)}
        />
      </div>
      <Dialog opened={saying} close={() => setSaying(false)} title={t('knowledge.unhelpful')}>
        <UnhelpfulForm id={one.id} done={() => setSaying(false)} />
      </Dialog>
    </details>
  );
}

/** What stands in the answer: the words, and where the customer reads on. */
function wordsOf({ text, page }: Cited): string {
  return page === null ? text : `${text}\n${location.origin}${base}${page}`;
}
