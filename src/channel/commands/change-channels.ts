import type { Sealer } from '../../auth/sealing.ts';
import type { Id } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { departmentHere } from '../../organisation/here.ts';
import { centres, firstCentre } from '../../organisation/house.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { afterwards, record } from '../../platform/journal.ts';
import type { AddChannel, ChangeChannel } from '../inputs.ts';
import { renewed, secretsOf } from '../made-secrets.ts';
import type { Channel } from '../port.ts';
import { provingTask } from '../port.ts';
import { newReplyKey, openSecret, sealSecret } from '../secret.ts';
import { ADDRESSES, SETTINGS } from '../shapes.ts';
import { whyNotUrl } from '../../webhook/webhook.ts';

export type ChannelParts = {
  sealer: Sealer;
  /** Addresses may lead into networks of one's own, and over http. */
  privateAllowed: boolean;
};

/** More are a mistake. */
const MOST = 200;

export async function lockChannel(context: Context, id: Id<'channel'>): Promise<Channel> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  const channel = await context.tx
    .selectFrom('channel')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!channel) throw new NotFound('channel.unknown');
  return channel;
}

/**
 * Adds a channel: what comes to it from now on is taken in. The same id again adds nothing twice. Answers with the secret that was
 * made for it, if one was.
 */
export async function addChannel(
  context: Context,
  { sealer, privateAllowed }: ChannelParts,
  input: AddChannel,
): Promise<string | null> {
  orForbid(can(context.actor, 'exchange.manage', {}));
  const { tx, now, organisation } = context;
  const there = await tx.selectFrom('channel').select(['id', 'ended_at']).execute();
  if (there.some(({ id }) => id === input.id)) return null;
  if (there.filter(({ ended_at }) => ended_at === null).length >= MOST)
    throw new Refused('channel.too_many', { most: MOST });
  const centreId = input.centreId ?? (await firstCentre(context)).id;
  // a centre has one chat: what stands for its address is the centre
  const address = input.kind === 'chat' ? centreId : input.address;
  await orTaken(context, { ...input, address });
  orInvalidSettings(input.kind, input.settings, privateAllowed);
  if (!(await centres(context)).has(centreId)) throw new NotFound('centre.unknown');
  if (input.departmentId) await departmentHere(tx, input.departmentId, centreId);
  const { kept, told } = secretsOf(input);
  const secret = await sealSecret(sealer, organisation, input.id, { ...kept, replyKey: newReplyKey() });
  await tx
    .insertInto('channel')
    .values({
      id: input.id,
      kind: input.kind,
      name: input.name,
      address,
      centre_id: centreId,
      department_id: input.departmentId ?? null,
      settings: json(input.settings),
      secret,
      made_by_id: actingPerson(context),
      made_at: now,
      off_at: null,
      ended_at: null,
    })
    .execute();
  await changed(context, input, 'channel.added', {});
  return told;
}

/** What another sort of channel is set to is not for this one. */
function orUnfit(kind: Channel['kind'], { address, settings }: ChangeChannel): void {
  if (address !== undefined && !ADDRESSES[kind].safeParse(address).success)
    throw new Invalid('channel.address_malformed', { path: 'address' });
  if (settings !== undefined && !SETTINGS[kind].safeParse(settings).success)
    throw new Invalid('channel.settings_of_another', { path: 'settings' });
}

/** Where it is to call must be an address that one may call. */
function orInvalidSettings(kind: Channel['kind'], settings: object, privateAllowed: boolean): void {
  if (kind === 'mail' || !('url' in settings)) return;
  const why = whyNotUrl(String(settings.url), privateAllowed);
  if (why) throw new Invalid(why.code, { path: 'settings.url' });
}

/** One channel of a sort for one address. */
async function orTaken(
  { tx }: Context,
  { id, kind, address }: Pick<Channel, 'id' | 'kind' | 'address'>,
): Promise<void> {
  const twin = await tx
    .selectFrom('channel')
    .select('id')
    .where('kind', '=', kind)
    .where((e) => e(e.fn('lower', ['address']), '=', address.toLowerCase()))
    .where('ended_at', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (twin) throw new Refused(kind === 'chat' ? 'channel.one_chat' : 'channel.address_taken');
}

/** Another name, address, server, secret or department; off and on by hand. What is left out stays as it was. */
export async function changeChannel(
  context: Context,
  { sealer, privateAllowed }: ChannelParts,
  id: Id<'channel'>,
  input: ChangeChannel,
): Promise<void> {
  const channel = await lockChannel(context, id);
  orUnfit(channel.kind, input);
  if (input.settings) orInvalidSettings(channel.kind, input.settings, privateAllowed);
  const { on, secret, clientSecret, settings, departmentId, name, address } = input;
  if (address !== undefined) await orTaken(context, { id, kind: channel.kind, address });
  if (departmentId) await departmentHere(context.tx, departmentId, channel.centre_id);
  const turned = on === undefined || on === (channel.off_at === null) ? {} : { off_at: on ? null : context.now };
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
    ...(departmentId === undefined ? {} : { department_id: departmentId }),
    ...(settings === undefined ? {} : { settings: json(settings) }),
    ...([secret, clientSecret, input.token, input.aesKey].every((one) => one === undefined)
      ? {}
      : { secret: await sealedAnew(context, sealer, channel, input) }),
    ...turned,
  };
  if (Object.keys(change).length === 0) return;
  await context.tx.updateTable('channel').set(change).where('id', '=', id).execute();
  await changed(context, channel, 'channel.changed', { changed: Object.keys(input), ...turned });
}

/** Another secret for what it proves itself with, told this once; the former is good for nothing from now on. */
export async function renewSecret(context: Context, sealer: Sealer, id: Id<'channel'>): Promise<string> {
  const channel = await lockChannel(context, id);
  const former = await openSecret(sealer, context.organisation, channel).catch(() => null);
  const { kept, told } = renewed(channel.kind, former);
  const replyKey = former?.replyKey ?? newReplyKey();
  const secret = await sealSecret(sealer, context.organisation, id, { ...kept, replyKey });
  await context.tx.updateTable('channel').set({ secret }).where('id', '=', id).execute();
  await changed(context, channel, 'channel.secret_renewed', {});
  return told;
}

/** The mark of its reply addresses stays: answers to what was sent before still find their threads. */
async function sealedAnew(
  { organisation }: Context,
  sealer: Sealer,
  channel: Channel,
  { secret, clientSecret, token, aesKey }: ChangeChannel,
): Promise<string> {
  const former = await openSecret(sealer, organisation, channel).catch(() => null);
  if (former === null && secret === undefined) throw new Refused('seal.key_lost');
  return sealSecret(sealer, organisation, channel.id, {
    ...former,
    ...(token === undefined ? {} : { hook: token }),
    ...(aesKey === undefined ? {} : { aesKey }),
    secret: secret ?? former!.secret,
    clientSecret: clientSecret === undefined ? (former?.clientSecret ?? null) : clientSecret,
    replyKey: former?.replyKey ?? newReplyKey(),
  });
}

/** Nothing comes or goes by it any more; its secret goes, what came by it stays. */
export async function endChannel(context: Context, id: Id<'channel'>): Promise<void> {
  const channel = await lockChannel(context, id);
  await context.tx.updateTable('channel').set({ ended_at: context.now, secret: '' }).where('id', '=', id).execute();
  await changed(context, channel, 'channel.ended', {});
}

/** It is read, or no longer, at once; and whether it takes addresses with a mark is found out anew. */
async function changed(
  context: Context,
  { id, kind }: Pick<Channel, 'id' | 'kind'>,
  type: string,
  data: Record<string, unknown>,
): Promise<void> {
  await record(context, { subject: { type: 'channel', id }, type, data });
  context.signals.outboxAt = context.now;
  if (kind === 'mail' && type !== 'channel.ended') await proveMarks(context, id);
}

/** Sends a mail to the mailbox itself, to its address with a mark: once it comes back, replies may be asked for at such addresses. */
export async function proveMarks(context: Context, id: Id<'channel'>): Promise<void> {
  await afterwards(context, provingTask('mail'), id, { channel: id }, context.now);
}
