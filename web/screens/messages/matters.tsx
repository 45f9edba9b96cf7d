import { IconArrowsJoin2, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { KindIcon } from '../../matter/kind-icon.tsx';
import { ThingLink } from '../../matter/thing-link.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { said, t } from '../../words/words.ts';
import side from '../ticket/side.module.css';
import type { ConversationView } from './conversation-view.ts';
import { isTheirs } from './conversation-view.ts';
import { JoinMatter } from './join-matter.tsx';
import { OpenMatter } from './open-matter-later.tsx';

/** The matters of the thread, and what makes more of them. */
export function Matters({ conversation }: { conversation: ConversationView }) {
  const [opened, setOpened] = useState<'open' | 'join' | null>(null);
  const close = () => setOpened(null);
  const { tickets, can } = conversation;
  const fresh = withoutMatter(conversation);
  return (
    <section>
      <h2>{t('messages.matters_here')}</h2>
      {tickets.length === 0 ? <p className="dim">{t('messages.no_matters')}</p> : null}
      {tickets.map(({ id, number, title, kind, stage }) => (
        <div key={id} className={side['item']} data-over={stage.class === 'closed' || undefined}>
          <header>
            <ThingLink type="ticket" id={id}>{`${number} ${title}`}</ThingLink>
            <span className="dim">
              <KindIcon icon={kind.icon} size={14} /> {said(stage.name)}
            </span>
          </header>
        </div>
      ))}
      <div className={side['buttons']}>
        <ActionButton
          label={t('messages.open_matter')}
          icon={IconPlus}
          hotkey="o"
          can={can}
          action="open"
          refused={fresh.length === 0 ? { code: 'message.not_theirs' } : null}
          onRun={() => setOpened('open')}
        />
        <ActionButton
          label={t('messages.join_matter')}
          icon={IconArrowsJoin2}
          hotkey="j"
          can={can}
          action="answer"
          refused={fresh.length === 0 ? { code: 'message.not_theirs' } : null}
          onRun={() => setOpened('join')}
        />
      </div>
      <OpenMatter conversation={conversation} of={fresh} opened={opened === 'open'} close={close} />
      <JoinMatter conversation={conversation} of={fresh} opened={opened === 'join'} close={close} />
    </section>
  );
}

/** What he wrote that belongs to no matter yet; where all of it does, his last word. */
function withoutMatter({ messages }: ConversationView): string[] {
  const theirs = messages.filter(isTheirs);
  const fresh = theirs.filter((message) => message.tickets.length === 0);
  return (fresh.length > 0 ? fresh : theirs.slice(-1)).map(({ id }) => id);
}
