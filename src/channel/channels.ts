import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import { houseFact } from '../platform/house-facts.ts';
import type { Tx } from '../platform/tx.ts';
import type { Channel } from './port.ts';

/** Every channel, ended ones too: what came by one stays readable. */
export const channels = houseFact(async ({ tx }: { tx: Tx }): Promise<ReadonlyMap<Id<'channel'>, Channel>> => {
  const rows = await tx.selectFrom('channel').selectAll().orderBy('made_at').orderBy('id').execute();
  return new Map(rows.map((row) => [row.id, row]));
});

/** Those that have not ended, the oldest first. */
export async function channelsInUse(context: { tx: Tx }): Promise<Channel[]> {
  return [...(await channels(context)).values()].filter(({ ended_at }) => ended_at === null);
}

/** Of those, the ones that are on: messages come in by them and go out. */
export async function channelsOn(context: { tx: Tx }): Promise<Channel[]> {
  return (await channelsInUse(context)).filter(({ off_at }) => off_at === null);
}

/** Throws NotFound `channel.unknown`. */
export async function channelOf({ tx }: { tx: Tx }, id: Id<'channel'>): Promise<Channel> {
  const found = (await channels({ tx })).get(id);
  if (!found) throw new NotFound('channel.unknown');
  return found;
}

/** Of one sort that of the centre, else the oldest. */
export function nearestOf(
  ones: readonly Channel[],
  kind: Channel['kind'],
  centreId: Id<'centre'> | null,
): Channel | undefined {
  const ofKind = ones.filter((one) => one.kind === kind);
  return ofKind.find(({ centre_id }) => centre_id === centreId) ?? ofKind[0];
}
