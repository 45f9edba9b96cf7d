import { z } from 'zod';
import type { Sealer } from '../../../auth/sealing.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Task, Tasks } from '../../../platform/jobs/task.ts';
import type { HandOver } from '../../../platform/mail/smtp.ts';
import { saidBy } from '../../../platform/mail/server.ts';
import type { Handed } from '../../../platform/outward/handed.ts';
import type { Going } from '../../commands/send-out.ts';
import { sendOut } from '../../commands/send-out.ts';
import type { Channel } from '../../port.ts';
import { provingTask, sendingTask } from '../../port.ts';
import { openSecret, replyKeyOf } from '../../secret.ts';
import { takesMarks } from '../../state.ts';
import { handLetter } from '../credentials.ts';
import { letterOf } from '../letter.ts';
import { whenToGo } from '../pace.ts';
import { sendProof } from '../prove-marks.ts';

type Parts = { sealer: Sealer; handOver: HandOver };

export function mailTasks(parts: Parts): Tasks {
  const send = sendOut({
    kind: 'mail',
    hand: (context, channel, going) => hand(parts, context, channel, going),
    whenToGo: (context, { conversation }) => whenToGo(context, conversation.correspondent),
  });
  const prove: Task = async (context, payload) => {
    await sendProof(parts, context, z.object({ channel: z.uuid() }).parse(payload).channel as Id<'channel'>);
  };
  return { [sendingTask('mail')]: send, [provingTask('mail')]: prove };
}

async function hand(parts: Parts, context: Context, channel: Channel, going: Going): Promise<Handed> {
  try {
    const secret = await openSecret(parts.sealer, context.organisation, channel);
    const marks = await takesMarks(context.tx, channel.id);
    const letter = await letterOf(context, channel, replyKeyOf(secret), going, marks);
    return await handLetter(parts, context, channel, { secret, letter });
  } catch (fault) {
    // no key for its secret, or no token for its account: somebody has to look, and then it goes
    if ((fault as { severity?: unknown }).severity !== undefined) throw fault;
    return { as: 'closed', said: saidBy(fault) };
  }
}
