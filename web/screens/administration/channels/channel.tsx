import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { channelWords } from '../../../matter/words.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Page } from '../../../ui/page.tsx';
import type { FactLine } from '../../../ui/section.tsx';
import { Facts, Notice, Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { spoken } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { ChannelActs } from './channel-acts.tsx';
import { ChannelForm } from './channel-form.tsx';
import type { Server, Way } from './channels.ts';
import { AboutChat } from './chat.tsx';
import { ChatForm } from './chat-form.tsx';
import { hooksOf, howWords, isCalled, kindWords, securityWords, useChannels } from './channels.ts';
import styles from './channels.module.css';

/** One way in and out: how it goes in and out, what it is set to, and what can be done about it. */
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
      {channel ? channel.kind === 'chat' ? <AboutChat chat={channel} /> : <About channel={channel} /> : null}
      <Dialog opened={changing} close={close} title={t('channels.change')} size="lg">
        {channel?.kind === 'chat' ? (
          <ChatForm chat={channel} done={close} />
        ) : (
          <ChannelForm channel={channel ?? null} done={close} />
        )}
      </Dialog>
    </Page>
  );
}

function About({ channel }: { channel: Way }) {
  const { kind, address, department, state } = channel;
  return (
    <Section title={t('channels.about')}>
      <Fault words="channels.fails_in" since={state.failingSince} fault={state.fault} />
      <Fault words="channels.fails_out" since={state.sendFailingSince} fault={state.sendFault} />
      <Facts
        lines={[
          { label: t('channels.state'), value: howWords(channel) },
          { label: t('channels.checked'), value: state.checkedAt ? <When at={state.checkedAt} /> : null },
          { label: t('channels.kind'), value: kindWords(kind) },
          { label: t(`channels.address_${kind}`), value: address },
          { label: t('channels.whose'), value: department ? said(department.name) : t('channels.front_desk') },
          { label: t('channels.hook'), value: isCalled(kind) ? <Hooks channel={channel} /> : null },
          ...factsOf(channel),
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

function Hooks({ channel: { id, kind } }: { channel: Way }) {
  return hooksOf(id, kind).map((hook) => (
    <span key={hook} className={styles['hook']}>
      {hook}
    </span>
  ));
}

/** What its sort is set to. */
function factsOf(channel: Way): FactLine[] {
  if (channel.kind === 'connector')
    return [
      { label: t('channels.url'), value: channel.settings.url },
      { label: t('channels.touch'), value: channelWords(channel.settings.touch) },
    ];
  if (channel.kind === 'sms') return [{ label: t('channels.gateway_url'), value: channel.settings.url }];
  if (channel.kind === 'wechat') return [{ label: t('channels.app_id'), value: channel.settings.appId }];
  if (channel.kind === 'wecom')
    return [
      { label: t('channels.corp_id'), value: channel.settings.corpId },
      { label: t('channels.agent_id'), value: String(channel.settings.agentId) },
    ];
  const { imap, smtp, user, auth } = channel.settings;
  return [
    { label: t('channels.imap'), value: serverWords(imap) },
    { label: t('channels.smtp'), value: serverWords(smtp) },
    { label: t('channels.user'), value: user },
    { label: t('channels.auth'), value: t(`channels.auth_${auth}`) },
  ];
}

const serverWords = ({ host, port, secure }: Server): string => `${host}:${port} · ${securityWords(secure)}`;
