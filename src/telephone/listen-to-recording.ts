import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { orForbid } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import type { Database } from '../platform/db.ts';
import { downloadOf } from '../platform/files/read-file.ts';
import type { Look } from '../platform/http/looks.ts';
import type { Download } from '../platform/http/route.ts';
import { whyNotHear } from './call-rows.ts';

export type Heard = Download & { customerId: Id<'customer'> | null };

/** The recording of a call, for whoever may see its number whole. Throws NotFound `telephone.no_recording`. */
export async function listenToRecording(context: Context, database: Database, id: Id<'phone_call'>): Promise<Heard> {
  const call = await context.tx
    .selectFrom('phone_call')
    .select(['centre_id', 'answered_by_id', 'customer_id', 'recording_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!call) throw new NotFound('telephone.call_unknown');
  orForbid(whyNotHear(context, call));
  if (call.recording_id === null) throw new NotFound('telephone.no_recording');
  const file = await downloadOf(context, database, call.recording_id);
  return { ...file, inline: true, customerId: call.customer_id };
}

/** That somebody heard a customer speak is kept like any other look at his data. */
export function looksOf(answer: unknown): Look[] {
  const { customerId } = answer as Heard;
  return customerId === null ? [] : [{ customerId, way: 'recording', whole: true }];
}
