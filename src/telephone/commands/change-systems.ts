import type { Selectable } from 'kysely';
import type { z } from 'zod';
import type { Sealer } from '../../auth/sealing.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centres, firstCentre } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { addSystemInput, changeSystemInput } from '../inputs.ts';
import { sealSystemSecret } from '../secret.ts';
import type { TelephoneSystemTable } from '../table.ts';

/** More are a mistake. */
const MOST = 20;

/** Whoever keeps the exchanges may look at it closely; ended, it is unknown. */
export async function lockSystem(
  context: Context,
  id: Id<'telephone_system'>,
): Promise<Selectable<TelephoneSystemTable>> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  const system = await context.tx
    .selectFrom('telephone_system')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!system) throw new NotFound('telephone.system_unknown');
  return system;
}

/** Adds an exchange: its calls are followed from now on. The same id again adds nothing twice. */
export async function addSystem(
  context: Context,
  sealer: Sealer,
  input: z.output<typeof addSystemInput>,
): Promise<void> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  const { tx, now, organisation } = context;
  const there = await tx.selectFrom('telephone_system').select(['id', 'ended_at']).execute();
  if (there.some(({ id }) => id === input.id)) return;
  if (there.filter(({ ended_at }) => ended_at === null).length >= MOST)
    throw new Refused('telephone.too_many_systems', { most: MOST });
  const centreId = input.centreId ?? (await firstCentre(context)).id;
  if (!(await centres(context)).has(centreId)) throw new NotFound('centre.unknown');
  await tx
    .insertInto('telephone_system')
    .values({
      id: input.id,
      name: input.name,
      centre_id: centreId,
      settings: json(input.settings),
      secret: await sealSystemSecret(sealer, organisation, input.id, input.secret),
      ari_secret:
        input.ariSecret === undefined ? null : await sealSystemSecret(sealer, organisation, input.id, input.ariSecret),
      made_by_id: actingPerson(context),
      made_at: now,
      off_at: null,
      ended_at: null,
      connected_at: null,
      failing_since: null,
      fault: null,
    })
    .execute();
  await changed(context, input.id, 'telephone_system.added', {});
}

/** Another name, address, line or secret; off and on by hand. What is left out stays as it was. */
export async function changeSystem(
  context: Context,
  sealer: Sealer,
  id: Id<'telephone_system'>,
  { name, settings, secret, ariSecret, on }: z.output<typeof changeSystemInput>,
): Promise<void> {
  const system = await lockSystem(context, id);
  const turns = on !== undefined && on !== (system.off_at === null);
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(settings === undefined ? {} : { settings: json(settings) }),
    ...(secret === undefined ? {} : { secret: await sealSystemSecret(sealer, context.organisation, id, secret) }),
    ...(ariSecret === undefined
      ? {}
      : { ari_secret: await sealSystemSecret(sealer, context.organisation, id, ariSecret) }),
    ...(turns ? { off_at: on ? null : context.now, connected_at: null, failing_since: null, fault: null } : {}),
  };
  if (Object.keys(change).length === 0) return;
  await context.tx.updateTable('telephone_system').set(change).where('id', '=', id).execute();
  await changed(context, id, 'telephone_system.changed', {
    changed: Object.keys(change).filter((key) => key !== 'fault'),
  });
}

/** It is heard no more; its secret goes, its calls stay, and nobody's phone is at it. */
export async function endSystem(context: Context, id: Id<'telephone_system'>): Promise<void> {
  await lockSystem(context, id);
  await context.tx.deleteFrom('extension').where('system_id', '=', id).execute();
  await context.tx
    .updateTable('telephone_system')
    .set({ ended_at: context.now, secret: '', ari_secret: null, connected_at: null })
    .where('id', '=', id)
    .execute();
  await changed(context, id, 'telephone_system.ended', {});
}

/** It is listened to, or no longer, at once. */
async function changed(
  context: Context,
  id: Id<'telephone_system'>,
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  await record(context, { subject: { type: 'telephone_system', id }, type, data });
  context.signals.outboxAt = context.now;
}
