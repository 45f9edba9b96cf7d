import { IconCheck, IconUserCheck } from '@tabler/icons-react';
import type { ClosedBecause } from '../../../src/conversation/conversation.ts';
import { api, newKey } from '../../server/api.ts';
import { refresh } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useSession } from '../../session/session.ts';
import type { RowAction } from '../../ui/list/model.ts';
import { offerUndo, say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { ConversationLine } from './conversation-view.ts';

const TO_TAKE_BACK = 10_000;

/** What is done to lines without opening them: taken, and closed as needing nothing or as spam. */
export function useLineActions(): RowAction<ConversationLine>[] {
  const { person, rights } = useSession();
  const take = useWrite<string[]>({
    send: (ids, { key }) => inTurn(ids, key, (id) => [`conversations/${id}/take`, { personId: person.id }]),
    changes: () => ['conversation', 'commitment'],
    done: () => say(t('messages.given', { name: person.name })),
  });
  const close = useWrite<{ ids: string[]; because: ClosedBecause }>({
    send: ({ ids, because }, { key }) => inTurn(ids, key, (id) => [`conversations/${id}/close`, { because }]),
    changes: () => ['conversation', 'commitment'],
    done: (_, { ids }) => offerUndo(t('messages.closed_done'), () => reopen(ids), TO_TAKE_BACK),
  });
  if (!rights.includes('conversation.answer')) return [];
  const ids = (rows: ConversationLine[]) => rows.map(({ id }) => id);
  return [
    {
      key: 'take',
      label: t('messages.take'),
      icon: IconUserCheck,
      hotkey: 'a',
      run: (rows) => void take.run(ids(rows)),
    },
    {
      key: 'close',
      label: t('messages.close_needs_none'),
      icon: IconCheck,
      hotkey: 'e',
      run: (rows) =>
        void close.run({ ids: ids(rows.filter(({ closedAt }) => closedAt === null)), because: 'needs_none' }),
    },
    {
      key: 'spam',
      label: t('messages.close_spam'),
      run: (rows) => void close.run({ ids: ids(rows.filter(({ closedAt }) => closedAt === null)), because: 'spam' }),
    },
  ];
}

async function reopen(ids: string[]): Promise<void> {
  await inTurn(ids, newKey(), (id) => [`conversations/${id}/reopen`, {}]);
  await refresh(['conversation', 'commitment']);
}

async function inTurn(ids: string[], key: string, call: (id: string) => [path: string, body: object]): Promise<void> {
  for (const [at, id] of ids.entries()) {
    const [path, body] = call(id);
    await api.post(path, body, { key: `${key}-${at}` });
  }
}
