import { Suspense } from 'react';
import { later } from '../../routes/later.ts';
import type { ConversationView } from './conversation-view.ts';

const Bar = later(() => import('./chat-bar.tsx').then((file) => file.ChatBar));
const State = later(() => import('./chat-state.tsx').then((file) => file.ChatState));
const Give = later(() => import('./give-chat.tsx').then((file) => file.GiveChat));

/** What only a chat needs comes with the first one that is opened. */
export function ChatBar({ queue = false }: { queue?: boolean }) {
  return (
    <Suspense fallback={null}>
      <Bar queue={queue} />
    </Suspense>
  );
}

export function ChatState({ conversation }: { conversation: ConversationView }) {
  if (!conversation.chat) return null;
  return (
    <Suspense fallback={null}>
      <State conversation={conversation} />
    </Suspense>
  );
}

export function GiveChat(props: { id: string; opened: boolean; close: () => void }) {
  return (
    <Suspense fallback={null}>
      <Give {...props} />
    </Suspense>
  );
}
