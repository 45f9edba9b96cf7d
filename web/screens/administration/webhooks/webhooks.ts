import type { z } from 'zod';
import type { deliveriesOut, deliveryOut, secretOut, typesOut, webhookOut } from '../../../../src/webhook/view.ts';
import { useRead } from '../../../server/queries.ts';
import { said, t } from '../../../words/words.ts';

export type Webhook = z.output<typeof webhookOut>;
export type Delivery = z.output<typeof deliveriesOut>['items'][number];
export type DeliveryPage = z.output<typeof deliveryOut>;
export type Secret = z.output<typeof secretOut>;
export type Types = z.output<typeof typesOut>['items'];

export function useWebhooks() {
  return useRead<{ items: Webhook[] }>('webhooks', { about: ['webhook'] });
}

/** What other systems may be told of, each with its words. */
export function useTypes(): Types {
  return useRead<{ items: Types }>('webhooks/types', { about: [] }).data?.items ?? [];
}

export function typeWords(types: Types, type: string): string {
  const known = types.find((one) => one.type === type);
  return known ? said(known.says) : type === 'webhook.test' ? t('webhooks.test_type') : type;
}

/** How it goes with an endpoint, in a word. */
export function stateOf({ offBecause, failingSince }: Webhook): string {
  if (offBecause !== null) return t(`webhooks.off_${offBecause as 'by_hand' | 'gone' | 'failing'}`);
  return failingSince === null ? t('webhooks.on') : t('webhooks.fails');
}

export function deliveryState(state: string): string {
  return t(`webhooks.state_${state as 'waiting' | 'delivered' | 'given_up'}`);
}
