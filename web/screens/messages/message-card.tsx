import { IconLock, IconMail, IconMessage, IconSend } from '@tabler/icons-react';
import { useId } from 'react';
import { KIND_FACTS } from '../../../src/channel/kinds.ts';
import { answerSubject } from '../../../src/conversation/conversation.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { Notice } from '../../ui/section.tsx';
import { listWords, spoken } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { Attachments } from './attachments.tsx';
import type { ConversationView, Message } from './conversation-view.ts';
import { MessageActs } from './message-acts.tsx';
import { faultWords, stateWords } from './message-state.ts';
import styles from './messages.module.css';

const icons = { in: IconMessage, out: IconSend, note: IconLock } as const;

/** Where he writes from, where his name does not say it already. */
function Address({ of: { person, address }, name }: { of: Message['author']; name: string }) {
  return person || name === address || !address ? null : <span className="dim">{address}</span>;
}

/** One message: whose it is, what was written, what hangs on it, what became of it, and what to do about that. */
export function MessageCard({ conversation, message }: { conversation: ConversationView; message: Message }) {
  const heading = useId();
  const { author, direction, recipients, tickets } = message;
  const isMail = KIND_FACTS[conversation.channel.kind].subject;
  const Icon = isMail && direction === 'in' ? IconMail : icons[direction];
  const name = nameOf(conversation, author);
  const standing = stateWords(message);
  return (
    <article
      className={styles['message']}
      data-direction={direction}
      data-state={message.state}
      data-sort={message.sort}
      aria-labelledby={heading}
    >
      <header>
        <h2 id={heading}>
          <Icon size={16} aria-hidden />
          <span className="sr-only">{directionWords(direction)}: </span>
          {name}
        </h2>
        {isMail ? <Address of={author} name={name} /> : null}
        <When at={message.at} className="dim" />
        {message.deliveredAt ? (
          <span className="dim">{t('messages.state_delivered', { at: spoken(message.deliveredAt) })}</span>
        ) : null}
        {direction === 'note' ? <span className={styles['inside']}>{t('messages.note')}</span> : null}
      </header>
      {isMail && direction !== 'note' ? <Recipients all={recipients} /> : null}
      {direction === 'in' && answerSubject(message.subject) !== answerSubject(conversation.subject) ? (
        <p className={styles['subject']}>{message.subject}</p>
      ) : null}
      {standing ? (
        <Notice tone={standing.tone}>
          {standing.words}
          {message.fault && message.state !== 'sent' ? <p>{faultWords(message.fault)}</p> : null}
        </Notice>
      ) : null}
      {message.text ? <p className={styles['text']}>{message.text}</p> : null}
      {message.quoted.trim() ? (
        <details className={styles['quoted']}>
          <summary>{t('messages.quoted')}</summary>
          <p className={styles['text']}>{message.quoted.trim()}</p>
        </details>
      ) : null}
      {direction === 'in' && message.fault ? (
        <Notice tone="soon">{t('messages.not_fetched', { fault: message.fault })}</Notice>
      ) : null}
      <Attachments files={message.files} />
      {tickets.length > 0 ? (
        <p className={styles['tickets']}>
          {tickets.map((ticket) => (
            <ThingLink key={ticket.id} type="ticket" id={ticket.id}>
              {`${ticket.number} ${ticket.title}`}
            </ThingLink>
          ))}
        </p>
      ) : null}
      <MessageActs conversation={conversation} message={message} />
    </article>
  );
}

/** As he calls himself; the customer we know by that address; else the address. */
function nameOf({ customer, correspondent }: ConversationView, { person, name, address }: Message['author']): string {
  if (person) return person.name;
  if (name) return name;
  return customer && address.toLowerCase() === correspondent.address ? customer.name : address || t('chat.visitor');
}

function directionWords(direction: Message['direction']): string {
  if (direction === 'note') return t('messages.note');
  return direction === 'in' ? t('messages.theirs') : t('messages.ours');
}

function Recipients({ all }: { all: Message['recipients'] }) {
  const names = (as: 'to' | 'cc') =>
    listWords(all.filter((one) => one.as === as).map(({ name, address }) => name || address));
  const copies = names('cc');
  const to = names('to');
  return (
    <p className={`dim ${styles['recipients']}`}>
      {to ? t('messages.to', { names: to }) : null}
      {copies ? ` · ${t('messages.copy_to', { names: copies })}` : null}
    </p>
  );
}
