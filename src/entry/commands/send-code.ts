import { z } from 'zod';
import { channelOf } from '../../channel/channels.ts';
import type { OutsideParts } from '../../channel/commands/say-outside.ts';
import { sayOutside } from '../../channel/commands/say-outside.ts';
import type { Id } from '../../kernel/id.ts';
import { plus } from '../../kernel/time.ts';
import { LANGUAGES } from '../../kernel/words.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Tasks } from '../../platform/jobs/task.ts';
import { MOST_SENT } from '../access.ts';
import { codeWords } from '../code-words.ts';
import type { EntryParts } from '../parts.ts';
import { giveAccess } from './give-access.ts';

/** Task of the outbox: a code goes to a customer. */
export const SEND_CODE = 'entry.send_code';

const payloadShape = z.object({
  channel: z.uuid(),
  customer: z.uuid(),
  to: z.string(),
  language: z.enum(LANGUAGES),
});
export type SendCode = z.output<typeof payloadShape>;

type Parts = OutsideParts & Pick<EntryParts, 'newCode' | 'digest'>;

/** The code is made as it is sent, and stands nowhere: should it not go, he asks again. */
export function codeTasks(parts: Parts): Tasks {
  return {
    [SEND_CODE]: async (context, payload) => {
      const { channel: channelId, customer, to, language } = payloadShape.parse(payload);
      const customerId = customer as Id<'customer'>;
      const channel = await channelOf(context, channelId as Id<'channel'>);
      if (channel.ended_at !== null || channel.off_at !== null || (await hadEnough(context, customerId))) return;
      const code = parts.newCode();
      const words = codeWords(language, code, context.organisation.name);
      if (!(await sayOutside(parts, context, channel, { name: 'code', to, ...words }))) return;
      await giveAccess(context, 'sent', parts.digest(code), { customerId });
      await record(context, {
        subject: { type: 'customer', id: customerId },
        type: 'customer.code_sent',
        data: { by: channel.kind },
      });
    },
  };
}

/** Whoever asks over and over for somebody else's number fills nobody's telephone. */
async function hadEnough({ tx, now }: Context, customerId: Id<'customer'>): Promise<boolean> {
  const sent = await tx
    .selectFrom('customer_access')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('kind', '=', 'sent')
    .where('made_at', '>', plus(now, -MOST_SENT.within))
    .limit(MOST_SENT.codes)
    .execute();
  return sent.length === MOST_SENT.codes;
}
