import type { Context } from '../../../platform/context.ts';
import type { Tasks } from '../../../platform/jobs/task.ts';
import type { Handed } from '../../../platform/outward/handed.ts';
import type { Posted } from '../../../platform/outward/posted.ts';
import { isTaken, saidOf } from '../../../platform/outward/posted.ts';
import type { Going } from '../../commands/send-out.ts';
import { sendOut } from '../../commands/send-out.ts';
import { filesOf } from '../../files-of.ts';
import type { Channel } from '../../port.ts';
import { sendingTask } from '../../port.ts';
import type { ConnectorParts } from '../post.ts';
import { postSigned } from '../post.ts';

/** It cannot be done with this one, said again or not. */
const FOR_GOOD = [400, 413, 415, 422];

export function connectorTasks(parts: ConnectorParts): Tasks {
  const hand = (context: Context, channel: Channel, going: Going) => handToConnector(parts, context, channel, going);
  return { [sendingTask('connector')]: sendOut({ kind: 'connector', hand }) };
}

async function handToConnector(
  parts: ConnectorParts,
  context: Context,
  channel: Channel,
  going: Going,
): Promise<Handed> {
  const body = await bodyOf(context, going);
  return handedBy(await postSigned(parts, context, channel, going.message.id, body));
}

function handedBy(posted: Posted): Handed {
  if (isTaken(posted)) return { as: 'taken' };
  const { status } = posted;
  const said = saidOf(posted);
  if (status !== null && FOR_GOOD.includes(status)) return { as: 'refused', said };
  return { as: status === 429 ? 'later' : 'closed', said };
}

/** A message of ours as a connector gets it. */
async function bodyOf(context: Context, { message, conversation }: Going): Promise<object> {
  const files = await filesOf(context, message);
  return {
    type: 'message',
    id: message.id,
    conversation: conversation.thread,
    group: conversation.group_sort !== null,
    to: conversation.group_sort === null ? conversation.correspondent : null,
    answers: await answeredName(context, message.answers_id),
    from: message.author_name,
    text: message.text,
    files: files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })),
  };
}

async function answeredName({ tx }: Context, id: Going['message']['answers_id']): Promise<string | null> {
  if (id === null) return null;
  const row = await tx.selectFrom('message').select('external_id').where('id', '=', id).executeTakeFirst();
  return row?.external_id ?? null;
}
