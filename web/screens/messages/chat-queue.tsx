import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { useBoard } from './chat.ts';
import styles from './chat.module.css';

/** Everybody who stands in the queue and since when, how each is greeted, and how many of us take chats (PRIN-15). */
export function ChatQueue() {
  const board = useBoard();
  if (!board) return null;
  const { waiting, agents, greeting } = board;
  const ready = agents.filter(({ state }) => state === 'ready').length;
  return (
    <details className={styles['queue']} open={waiting.items.length > 0}>
      <summary>
        {t('chat.queue', { count: waiting.items.length })}
        <span className="dim"> · {t('chat.ready_count', { count: ready })}</span>
      </summary>
      {greeting && waiting.items.length > 0 ? (
        <p className="dim">{t('chat.greeting', { words: said(greeting) })}</p>
      ) : null}
      <ol>
        {waiting.items.map(({ id, name, text, queuedAt, offeredTo }) => (
          <li key={id}>
            <b>{name || t('chat.visitor')}</b> <When at={queuedAt} className="dim" />{' '}
            <span className="cut">{text}</span>{' '}
            <span className="dim">
              {offeredTo ? t('chat.queue_asked', { name: offeredTo.name }) : t('chat.queue_nobody')}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
