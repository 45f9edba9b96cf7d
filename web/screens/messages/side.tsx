import { Suspense } from 'react';
import { later } from '../../routes/later.ts';
import { ClockStrip } from '../../ui/clock/clock-strip.tsx';
import { t } from '../../words/words.ts';
import side from '../ticket/side.module.css';
import type { ConversationView } from './conversation-view.ts';
import { Matters } from './matters.tsx';
import { Who } from './who.tsx';

const Group = later(() => import('./group.tsx').then((file) => file.Group));

/** What is owed, who it is, and the matters this is about. */
export function Side({ conversation }: { conversation: ConversationView }) {
  return (
    <aside className={side['side']} aria-label={t('messages.pane_side')}>
      <section>
        <h2>{t('messages.owed')}</h2>
        {conversation.clock ? (
          <ClockStrip clock={conversation.clock} />
        ) : (
          <p className="dim">{t('messages.nothing_owed')}</p>
        )}
      </section>
      {conversation.group ? (
        <Suspense>
          <Group conversation={conversation} group={conversation.group} />
        </Suspense>
      ) : (
        <Who conversation={conversation} />
      )}
      <Matters conversation={conversation} />
    </aside>
  );
}
