import type { conversationErrors as english } from '../en/errors-conversation.ts';
import type { Translation } from '../words.ts';

export const conversationErrors: Translation<typeof english> = {
  'conversation.unknown': '此對話不存在，或您無權查看。',
  'conversation.closed': '此對話已經結束。',
  'conversation.open': '此對話尚未結束。',
  'conversation.answered_meanwhile': '剛剛已有同事答覆，您的答覆未寄出，請先閱讀。',
  'conversation.more_came': '客戶剛剛又來信，您的答覆未寄出，請先閱讀。',
  'message.unknown': '此對話中沒有這封信。',
  'message.not_theirs': '事項須依據客戶來信受理，請選擇客戶的來信。',
  'message.not_ours': '只能收回我方的答覆。',
  'message.gone_out': '信已寄出，無法收回。',
  'channel.unknown': '此管道不存在。',
  'channel.no_mailbox': '本中心還沒有可寄信的信箱，管理員可在「管道」中新增。',
  'conversation.aside': '另行詢問的對方不是此事項的客戶。',
  'conversation.not_for_him': '{name} 無權查看此對話。',
  'channel.off': '此管道已停用，無法發出。管理員可以啟用。',
  'conversation.no_group': '此對話不是群組。',
  'conversation.member_unknown': '此群組中沒有這位成員。',
  'conversation.which_member': '請指明是群組中的哪位成員。',
  'conversation.opted_out': '對方已表示不再接收此管道的訊息。',
};
