import type { Context } from '../../../platform/context.ts';
import type { Tasks } from '../../../platform/jobs/task.ts';
import type { Handed } from '../../../platform/outward/handed.ts';
import type { Going } from '../../commands/send-out.ts';
import { sendOut } from '../../commands/send-out.ts';
import type { Channel } from '../../port.ts';
import { sendingTask } from '../../port.ts';
import type { Said, WechatParts } from '../api.ts';
import { askWechat, answerIn } from '../api.ts';
import { wecomSettings } from '../wechat.ts';
import { fetchMedia } from './fetch-media.ts';
import { FETCHING } from './take-in.ts';

/** Busy, or asked too often: another time. */
const LATER = new Set([-1, 45009, 45011]);
/** No answer, or no token that counts: it takes nothing of ours just now. */
const CLOSED = new Set([-2, 40001, 40013, 40014, 40125, 40164, 42001, 48001, 60020]);

export function wechatTasks(parts: WechatParts): Tasks {
  const hand = (context: Context, channel: Channel, going: Going) => handOver(parts, context, channel, going);
  return {
    [sendingTask('wechat')]: sendOut({ kind: 'wechat', hand }),
    [sendingTask('wecom')]: sendOut({ kind: 'wecom', hand }),
    [FETCHING]: (context, payload) => fetchMedia(parts, context, payload),
  };
}

async function handOver(parts: WechatParts, context: Context, channel: Channel, going: Going): Promise<Handed> {
  try {
    return handedBy(answerIn(await askWechat(parts, context, channel, askFor(channel, going))));
  } catch (fault) {
    // no key for its secret, or no token for its account: somebody has to look, and then it goes
    return { as: 'closed', said: (fault as Error).message };
  }
}

/** To a follower of an account by its customer service; to a member of an enterprise by its application. */
function askFor(channel: Channel, { message, conversation }: Going) {
  const text = { touser: conversation.thread, msgtype: 'text', text: { content: message.text } };
  if (channel.kind === 'wechat') return { path: '/cgi-bin/message/custom/send', body: text };
  const { agentId: agentid } = wecomSettings.parse(channel.settings);
  // the same words to the same person within ten minutes are one message there, should it be handed over twice
  return {
    path: '/cgi-bin/message/send',
    body: { ...text, agentid, enable_duplicate_check: 1, duplicate_check_interval: 600 },
  };
}

function handedBy({ errcode, errmsg, invaliduser }: Said): Handed {
  const said = `${errcode} ${errmsg}`;
  if (errcode === 0)
    return invaliduser ? { as: 'refused', said: `invaliduser ${String(invaliduser)}` } : { as: 'taken' };
  if (LATER.has(errcode)) return { as: 'later', said };
  return { as: CLOSED.has(errcode) ? 'closed' : 'refused', said };
}
