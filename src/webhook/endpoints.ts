import type { Tx } from '../platform/tx.ts';
import { houseFact } from '../platform/house-facts.ts';
import type { Webhook } from './webhook.ts';

/** Every endpoint that is not ended: known of the house, so that an event that nobody listens to costs nothing. */
export const endpoints = houseFact(async ({ tx }: { tx: Tx }): Promise<readonly Webhook[]> =>
  tx.selectFrom('webhook').selectAll().where('ended_at', 'is', null).orderBy('made_at').orderBy('id').execute(),
);
