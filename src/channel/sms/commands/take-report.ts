import type { Id } from '../../../kernel/id.ts';
import { NotFound } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { takeReport } from '../../commands/take-report.ts';
import { digestOf } from '../../digest.ts';
import type { Channel } from '../../port.ts';
import type { SmsSettings } from '../sms.ts';
import { textAt } from '../sms.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What became of a text message of ours, named as the gateway named it, or as we did. */
export async function takeSmsReport(
  context: Context,
  channel: Channel,
  { report }: SmsSettings,
  said: unknown,
): Promise<void> {
  const named = textAt(said, report.message);
  const message = UUID.test(named) ? (named as Id<'message'>) : await referredTo(context, channel, named);
  const delivered = textAt(said, report.state) === report.delivered;
  const fault = textAt(said, report.fault) || textAt(said, report.state);
  await takeReport(context, channel, {
    message,
    state: delivered ? 'delivered' : 'failed',
    fault: fault.slice(0, 500),
  });
}

async function referredTo({ tx }: Context, channel: Channel, reference: string): Promise<Id<'message'>> {
  const row = await tx
    .selectFrom('channel_reference')
    .select('message_id')
    .where('channel_id', '=', channel.id)
    .where('digest', '=', digestOf(reference))
    .executeTakeFirst();
  if (!row) throw new NotFound('message.unknown');
  return row.message_id;
}
