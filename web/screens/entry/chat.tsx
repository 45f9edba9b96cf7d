import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { doorOut } from '../../../src/channel/chat/view.ts';
import { base } from '../../server/base.ts';
import { useRead } from '../../server/queries.ts';
import { spoken } from '../../session/language.ts';
import { Section } from '../../ui/section.tsx';
import { useStore } from '../../ui/store.ts';
import { t } from '../../words/words.ts';
import { Press } from './controls.tsx';
import styles from './entry.module.css';

const loadChat = () => import('../../widget/mount.ts');

/** The same chat that pages elsewhere carry, within the page; it comes when it is wanted, or where one is under way. */
export function Chat() {
  const { data } = useRead<z.output<typeof doorOut>>('public/chat', { about: [] });
  const [wanted, setWanted] = useState(underWay);
  if (!data) return null;
  return (
    <Section title={t('entry.chat')}>
      {wanted ? (
        <Within />
      ) : (
        <>
          <p className="dim">{t(data.open ? 'entry.chat_open' : 'entry.chat_closed')}</p>
          <Press label={t('entry.chat_begin')} busy={false} onRun={() => setWanted(true)} />
        </>
      )}
    </Section>
  );
}

function Within() {
  const place = useRef<HTMLDivElement>(null);
  const language = useStore(spoken);
  useEffect(() => {
    const host = place.current;
    if (!host || host.shadowRoot) return;
    void loadChat().then(({ mountChat }) =>
      mountChat(host, { base: here(), centre: null, language }, { inline: true }),
    );
    // the page is drawn anew in another language
  }, [language]);
  return <div ref={place} className={styles['chat']} />;
}

const here = (): string => `${location.origin}${base}`;

/** By the name under which the chat keeps what it has, without fetching it. */
function underWay(): boolean {
  try {
    return localStorage.getItem(`huiyin.chat ${here()} `) !== null;
  } catch {
    return false;
  }
}
