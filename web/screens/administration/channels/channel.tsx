import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Dialog } from '../../../ui/dialog.tsx';
import { Page } from '../../../ui/page.tsx';
import { Facts, Notice, Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { spoken } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { ChannelActs } from './channel-acts.tsx';
import { ChannelForm } from './channel-form.tsx';
import type { Mailbox, Server } from './channels.ts';
import { AboutChat } from './chat.tsx';
import { ChatForm } from './chat-form.tsx';
import { howWords, securityWords, useChannels } from './channels.ts';
import styles from './channels.module.css';

/** One channel: how it goes in and out, what it is set to, and what can be done about it. */
export function Channel() {
  const { id } = useParams({ from: '/inside/administration/channels/$id' });
  const read = useChannels();
  const [changing, setChanging] = useState(false);
  const channel = read.data?.items.find((one) => one.id === id);
  const close = () => setChanging(false);
  return (
    <Page
      title={channel?.name ?? t('administration.channels')}
      actions={channel ? <ChannelActs channel={channel} change={() => setChanging(true)} /> : null}
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && !channel ? <EmptyState title={t('channels.ended')}>{t('channels.none_why')}</EmptyState> : null}
      {channel?.kind === 'mail' ? <About channel={channel} /> : null}
      {channel?.kind === 'chat' ? <AboutChat chat={channel} /> : null}
      <Dialog opened={changing} close={close} title={t('channels.change')} size="lg">
        {channel?.kind === 'chat' ? <ChatForm chat={channel} done={close} /> : null}
        {channel?.kind === 'mail' ? <ChannelForm channel={channel} done={close} /> : null}
      </Dialog>
    </Page>
  );
}

function About({ channel }: { channel: Mailbox }) {
  const { address, department, settings, state } = channel;
  return (
    <Section title={t('channels.about')}>
      <Fault words="channels.fails_in" since={state.failingSince} fault={state.fault} />
      <Fault words="channels.fails_out" since={state.sendFailingSince} fault={state.sendFault} />
      <Facts
        lines={[
          { label: t('channels.state'), value: howWords(channel) },
          { label: t('channels.checked'), value: state.checkedAt ? <When at={state.checkedAt} /> : null },
          { label: t('channels.address'), value: address },
          { label: t('channels.whose'), value: department ? said(department.name) : t('channels.front_desk') },
          { label: t('channels.imap'), value: serverWords(settings.imap) },
          { label: t('channels.smtp'), value: serverWords(settings.smtp) },
          { label: t('channels.user'), value: settings.user },
          { label: t('channels.auth'), value: t(`channels.auth_${settings.auth}`) },
        ]}
      />
    </Section>
  );
}

type FaultProps = { words: 'channels.fails_in' | 'channels.fails_out'; since: string | null; fault: string | null };

function Fault({ words, since, fault }: FaultProps) {
  if (since === null) return null;
  return (
    <Notice tone="late">
      {t(words, { since: spoken(since) })}
      {fault ? <p className={styles['said']}>{t('messages.fault', { fault })}</p> : null}
    </Notice>
  );
}

const serverWords = ({ host, port, secure }: Server): string => `${host}:${port} · ${securityWords(secure)}`;
