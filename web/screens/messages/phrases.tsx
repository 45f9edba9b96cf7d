import { Button, Menu } from '@mantine/core';
import { IconQuote } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { macrosOut } from '../../../src/macro/view.ts';
import { useRead } from '../../server/queries.ts';
import { useRight, useSession } from '../../session/session.ts';
import { t } from '../../words/words.ts';
import type { ConversationView } from './conversation-view.ts';
import { whoWrites } from './conversation-view.ts';

type PhrasesProps = { conversation: ConversationView; add: (text: string) => void };

/** What is written over and over: the answers of macros, their gaps filled in from this conversation. */
export function Phrases({ conversation, add }: PhrasesProps) {
  const may = useRight('ticket.see');
  const me = useSession().person.name;
  const { data } = useRead<z.output<typeof macrosOut>>('macros', { about: ['macro'], enabled: may });
  if (!may) return null;
  const phrases = (data?.items ?? []).flatMap(({ id, name, steps }) => {
    const text = steps.flatMap((step) => (step.do === 'answer' ? [step.text] : [])).join('\n\n');
    return text ? [{ id, name, text }] : [];
  });
  return (
    <Menu position="top-start" returnFocus={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          fw={400}
          mih="var(--tap)"
          leftSection={<IconQuote size={16} stroke={1.7} aria-hidden />}
        >
          {t('messages.phrases')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {phrases.length === 0 ? <Menu.Label>{t('messages.phrases_none')}</Menu.Label> : null}
        {phrases.map(({ id, name, text }) => (
          <Menu.Item key={id} onClick={() => add(filled(text, conversation, me))}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Item component={Link} to="/macros">
          {t('messages.phrases_manage')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What is not known here stays a gap, so that whoever writes sees it. */
function filled(text: string, conversation: ConversationView, me: string): string {
  const [ticket] = conversation.tickets;
  const known: Record<string, string | undefined> = {
    customer: whoWrites(conversation),
    me,
    owner: conversation.owner?.name ?? me,
    number: ticket && String(ticket.number),
    title: ticket?.title,
  };
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => known[name] ?? gap);
}
