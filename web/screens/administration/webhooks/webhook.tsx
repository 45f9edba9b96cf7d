import { useParams } from '@tanstack/react-router';
import { Facts, Notice, Section } from '../../../ui/section.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { listWords, spoken } from '../../../ui/time.ts';
import { When } from '../../../ui/when.tsx';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import { Deliveries } from './deliveries.tsx';
import type { Webhook as Endpoint } from './webhooks.ts';
import { stateOf, typeWords, useTypes, useWebhooks } from './webhooks.ts';
import { WebhookActions } from './webhook-actions.tsx';

/** One endpoint: how it goes, what can be done about it, and everything sent there in thirty days. */
export function Webhook() {
  const { id } = useParams({ from: '/inside/administration/webhooks/$id' });
  const read = useWebhooks();
  const webhook = read.data?.items.find((one) => one.id === id);
  return (
    <Page
      title={webhook?.name ?? t('administration.webhooks')}
      actions={webhook ? <WebhookActions webhook={webhook} /> : null}
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && !webhook ? <EmptyState title={t('webhooks.ended')}>{t('webhooks.none_why')}</EmptyState> : null}
      {webhook ? <About webhook={webhook} /> : null}
      {webhook ? <Deliveries webhookId={webhook.id} /> : null}
    </Page>
  );
}

function About({ webhook }: { webhook: Endpoint }) {
  const types = useTypes();
  const { offBecause, formerSecretUntil, failingSince } = webhook;
  return (
    <Section title={t('webhooks.about')}>
      {offBecause === 'gone' || offBecause === 'failing' ? (
        <Notice tone="late">{t('webhooks.switched_off')}</Notice>
      ) : null}
      {formerSecretUntil ? (
        <Notice tone="wait">{t('webhooks.both_secrets', { time: spoken(formerSecretUntil) })}</Notice>
      ) : null}
      <Facts
        lines={[
          { label: t('webhooks.url'), value: webhook.url },
          { label: t('webhooks.state'), value: stateOf(webhook) },
          { label: t('webhooks.types'), value: listWords(webhook.types.map((type) => typeWords(types, type))) },
          { label: t('webhooks.failing'), value: failingSince ? <When at={failingSince} /> : null },
          { label: t('webhooks.made_by'), value: webhook.madeBy.name },
          { label: t('webhooks.waiting'), value: String(webhook.waiting) },
        ]}
      />
    </Section>
  );
}
