import type { conversationErrors as english } from '../en/errors-conversation.ts';
import type { Translation } from '../words.ts';

export const conversationErrors: Translation<typeof english> = {
  'conversation.unknown': '此会话不存在，或您无权查看。',
  'conversation.closed': '此会话已经结束。',
  'conversation.open': '此会话尚未结束。',
  'conversation.answered_meanwhile': '刚刚已有同事答复，您的答复未发出，请先阅读。',
  'conversation.more_came': '客户刚刚又来信，您的答复未发出，请先阅读。',
  'message.unknown': '此会话中没有这封信。',
  'message.not_theirs': '事项须依据客户来信受理，请选择客户的来信。',
  'message.not_ours': '只能撤回我方的答复。',
  'message.gone_out': '信已发出，无法撤回。',
  'channel.unknown': '此渠道不存在。',
  'channel.no_mailbox': '本中心还没有可发信的邮箱，管理员可在“渠道”中添加。',
  'conversation.aside': '另行询问的对方不是此事项的客户。',
  'conversation.not_for_him': '{name} 无权查看此会话。',
  'channel.off': '此渠道已停用，无法发出。管理员可以启用。',
  'conversation.no_group': '此会话不是群。',
  'conversation.member_unknown': '此群中没有这位成员。',
  'conversation.which_member': '请指明是群中的哪位成员。',
  'conversation.opted_out': '对方已表示不再接收此渠道的消息。',
};
