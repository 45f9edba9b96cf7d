import { useRef, useState } from 'react';
import { refusalWords } from '../../server/refusals.ts';
import { Choices } from '../../ui/form/choices.tsx';
import { useKeys } from '../../ui/keys.ts';
import { t } from '../../words/words.ts';
import frame from '../ticket/ticket.module.css';
import { AnswerForm } from './answer-form.tsx';
import { ChatState } from './chat-later.tsx';
import type { ConversationView } from './conversation-view.ts';
import { GoingOut } from './going-out.tsx';
import styles from './messages.module.css';
import { NoteForm } from './note-form.tsx';

const sayings = ['answer', 'note'] as const;
type Saying = (typeof sayings)[number];
const hotkeys = { answer: 'r', note: 'n' } as const;

/** Where the next word is written: to the customer, or among ourselves. Each keeps its own draft with the conversation. */
export function Composer({ conversation }: { conversation: ConversationView }) {
  const [saying, setSaying] = useState<Saying>('answer');
  const [focus, setFocus] = useState(0);
  const within = useRef<HTMLElement>(null);
  useKeys(
    sayings.map((one) => ({
      key: hotkeys[one],
      label: t(one === 'answer' ? 'messages.answer' : 'messages.note'),
      group: 'screen' as const,
      run: () => {
        setSaying(one);
        setFocus((count) => count + 1);
      },
    })),
    within,
  );
  const why = conversation.can[saying];
  const Form = saying === 'answer' ? AnswerForm : NoteForm;
  return (
    <section ref={within} className={styles['composer']} aria-label={t('messages.write')}>
      <ChatState conversation={conversation} />
      <GoingOut conversation={conversation} />
      <div className={frame['switch']}>
        <Choices
          label={t('messages.write')}
          options={[
            { value: 'answer', label: t('messages.answer') },
            { value: 'note', label: t('messages.note') },
          ]}
          value={saying}
          onChange={(next) => next && setSaying(next)}
        />
      </div>
      {why ? <p className="dim">{refusalWords(why)}</p> : <Form conversation={conversation} focus={focus} />}
    </section>
  );
}
