import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { noteBounced } from '../../../conversation/commands/note-not-sent.ts';
import { receiveMessage } from '../../../conversation/commands/receive-message.ts';
import type { Id } from '../../../kernel/id.ts';
import { newId } from '../../../kernel/id.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { storeForeign } from '../../../platform/files/store-foreign.ts';
import type { Channel, Incoming } from '../../port.ts';
import { floodOf } from '../flood.ts';
import { findThread } from '../find-thread.ts';
import type { Mail, Report } from '../mail.ts';
import { writtenAt } from '../../written-at.ts';

/** A mail as its server offers it: where it lies there, when it came, and its bytes. */
export type Offered = { uidValidity: number; uid: number; arrived: Instant; raw: Buffer };

/**
 * Takes in a mail with all that belongs to it, in the one transaction of the context: either all of it is there, and that it is,
 * or nothing, and it is offered again. Offered twice, by whomever, it is taken in once; null where it had been. The same mail lying
 * in the mailbox twice (copied, or numbered anew by its server) is one mail as well.
 */
export async function takeInMail(
  context: Context,
  channel: Channel,
  replyKey: Buffer,
  offered: Offered,
  mail: Mail,
): Promise<Id<'message'> | null> {
  await alone(context, `${channel.id} ${offered.uidValidity} ${offered.uid}`);
  if (await wasTaken(context, channel, offered)) return null;
  const sha256 = mail.messageId === null ? createHash('sha256').update(offered.raw).digest('hex') : null;
  await alone(context, `${channel.id} ${mail.messageId ?? sha256}`);
  const twin = await twinOf(context, channel, mail, sha256);
  if (twin) {
    await noteTaken(context, channel, offered, twin);
    return null;
  }
  const incoming = await incomingOf(context, channel, replyKey, offered, mail);
  await receiveMessage(context, channel, incoming);
  if (mail.sort === 'bounce' && incoming.answersId) await takeBack(context, incoming.answersId, mail.report!);
  if (mail.sort === 'message') await forgetFault(context, incoming.from.address);
  await noteTaken(context, channel, offered, incoming.id);
  return incoming.id;
}

/** Whoever else takes in the same waits until this transaction has ended, and finds what it left. */
async function alone({ tx }: Context, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail ${what}`}, 0))`.execute(tx);
}

async function wasTaken({ tx }: Context, channel: Channel, { uidValidity, uid }: Offered): Promise<boolean> {
  const taken = await tx
    .selectFrom('mail_taken')
    .select('message_id')
    .where('channel_id', '=', channel.id)
    .where('uid_validity', '=', String(uidValidity))
    .where('uid', '=', String(uid))
    .executeTakeFirst();
  return taken !== undefined;
}

/**
 * The same mail, taken in before: of the same name, from the same address, with the same words, for some programs give every
 * mail one name; or, where it has no name, the same to the last byte.
 */
async function twinOf(
  { tx }: Context,
  channel: Channel,
  mail: Mail,
  sha256: string | null,
): Promise<Id<'message'> | null> {
  const all = tx
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select('message.id')
    .where('conversation.channel_id', '=', channel.id)
    .where('message.direction', '=', 'in');
  const same =
    mail.messageId === null
      ? all.where('message.raw_file_id', 'in', (e) =>
          e.selectFrom('file').select('file.id').where('sha256', '=', sha256),
        )
      : all
          .where('message.external_id', '=', mail.messageId)
          .where('message.author_address', '=', mail.from.address)
          .where('message.subject', '=', mail.subject)
          .where('message.text', '=', mail.text)
          .where('message.quoted', '=', mail.quoted);
  return (await same.limit(1).executeTakeFirst())?.id ?? null;
}

/** It came back: the answer was none, and the address is marked until somebody writes from it. */
async function takeBack(context: Context, id: Id<'message'>, { recipient, said }: Report): Promise<void> {
  await noteBounced(context, id, said);
  if (recipient !== null)
    await context.tx
      .insertInto('address_fault')
      .values({ address: recipient, since: context.now, said })
      .onConflict((conflict) => conflict.column('address').doUpdateSet({ said }))
      .execute();
}

async function forgetFault({ tx }: Context, address: string): Promise<void> {
  await tx.deleteFrom('address_fault').where('address', '=', address.toLowerCase()).execute();
}

async function noteTaken(
  { tx }: Context,
  channel: Channel,
  { uidValidity, uid }: Offered,
  messageId: Id<'message'>,
): Promise<void> {
  await tx
    .insertInto('mail_taken')
    .values({ channel_id: channel.id, uid_validity: String(uidValidity), uid: String(uid), message_id: messageId })
    .execute();
}

async function incomingOf(
  context: Context,
  channel: Channel,
  replyKey: Buffer,
  offered: Offered,
  mail: Mail,
): Promise<Incoming> {
  const thread =
    (await findThread(context, channel, replyKey, mail)) ?? (await floodOf(context, channel, mail.from.address));
  const id = newId<'message'>(context.now);
  const of = { type: 'message', id } as const;
  const rawFileId = await storeForeign(context, { name: `${mail.subject || 'mail'}.eml`, bytes: offered.raw }, of);
  const files: { id: Id<'file'>; contentId: string | null }[] = [];
  for (const file of mail.files) files.push({ id: await storeForeign(context, file, of), contentId: file.contentId });
  const { from, recipients, subject, text, quoted, html, sort } = mail;
  return {
    id,
    conversationId: thread?.conversationId ?? null,
    from,
    recipients,
    subject,
    text,
    quoted,
    html,
    sort,
    externalId: mail.messageId,
    answersId: thread?.answersId ?? null,
    at: writtenAt(mail.date, offered.arrived, context.now),
    rawFileId,
    files,
  };
}
