import type { chatErrors as english } from '../en/errors-chat.ts';
import type { Translation } from '../words.ts';

/** Why something cannot be done in a chat, for its visitor or for us. */
export const chatErrors: Translation<typeof english> = {
  'chat.none': '这里没有在线咨询。',
  'chat.unknown': '该会话不是在线咨询。',
  'chat.not_known': '该会话已失效，请重新发起。',
  'chat.ended': '会话已结束。',
  'chat.not_ended': '会话尚未结束。',
  'chat.not_offered': '该会话已不再请您接入，已转请其他同事。',
  'chat.not_yours': '只有正在接待的人才能转交。',
  'chat.being_given': '会话正在转交中。',
  'chat.to_oneself': '会话已在您手上，请另选他人。',
  'chat.not_ready': '该同事当前未接待，请另选同事或部门。',
  'chat.work_not_done': '浏览器验证未通过，请重试。',
  'chat.too_many': '此处发起的会话过多，请一刻钟后再试。',
  'chat.too_fast': '发送过快，请稍候几秒再继续。',
  'chat.too_much_here': '您所在的网络发送过于频繁，请稍候再继续。',
  'chat.too_many_files': '短时间内发送的文件过多，其余请一刻钟后再发。',
  'chat.full': '在线咨询排队人数过多，请改用留言、邮件或电话联系我们。',
  'chat.page_not_allowed': '{page} 未获准使用在线咨询。',
  'channel.one_chat': '该服务中心已有在线咨询。',
  'channel.nothing_to_try': '在线咨询没有可测试的服务器。',
};
