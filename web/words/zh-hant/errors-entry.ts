import type { entryErrors as english } from '../en/errors-entry.ts';
import type { Translation } from '../words.ts';

export const entryErrors: Translation<typeof english> = {
  'kind.unknown': '此類別已不存在。',
  'field.unfit': '此欄內容不符合要求。',
  'field.missing': '此欄必填。',
  'field.unknown': '此類別沒有這個欄位。',
  'field.not_asked': '此欄位僅在符合條件時填寫。',
  'ticket.ended': '{number} 已結案，請先重新開啟。',
  'ticket.not_resolved': '請先標示為已解決。',
  'ticket.caller_missing': '請填寫來電者。',
  'ticket.place_missing': '請填寫位置。',
  'sign_in.too_many': '嘗試次數過多。請在 {minutes} 分鐘後再試。',
  'article.unknown': '沒有這篇文章，或您無權查看。',
  'entry.not_known': '連結或查詢碼不正確，或已失效。',
  'entry.to_unclear': '請填寫手機號碼或電郵地址。',
  'entry.no_sending': '本處無法向此處傳送查詢碼，請向櫃檯索取。',
  'entry.signer_missing': '請填寫簽名人姓名。',
  'entry.unknown': '沒有這件事項。',
  'entry.place_unknown': '請按門牌填寫位置，例如 3-1202。',
  'survey.link_unknown': '連結無效、已使用，或本次調查已結束。',
  'survey.nothing_answered': '請至少回答一個問題。',
  'survey.answered_twice': '同一問題答了兩次。',
  'survey.question_unknown': '問卷中沒有此問題。',
  'survey.answer_misfit': '答案與題型不符。',
};
