import type { entryErrors as english } from '../en/errors-entry.ts';
import type { Translation } from '../words.ts';

export const entryErrors: Translation<typeof english> = {
  'kind.unknown': '此类型已不存在。',
  'field.unfit': '此项内容不符合要求。',
  'field.missing': '此项必填。',
  'field.unknown': '此类型没有这个字段。',
  'field.not_asked': '该字段仅在满足条件时填写。',
  'ticket.ended': '{number} 已结单，请先重开。',
  'ticket.not_resolved': '请先办结。',
  'ticket.caller_missing': '请填写来电人。',
  'ticket.place_missing': '请填写位置。',
  'sign_in.too_many': '尝试次数过多。请在 {minutes} 分钟后再试。',
  'article.unknown': '没有这篇文章，或您无权查看。',
  'entry.not_known': '链接或查询码不正确，或已失效。',
  'entry.to_unclear': '请填写手机号或邮箱地址。',
  'entry.no_sending': '本处无法向此处发送查询码，请向前台索取。',
  'entry.signer_missing': '请填写签名人姓名。',
  'entry.unknown': '没有这件事项。',
  'entry.place_unknown': '请按门牌填写位置，例如 3-1202。',
  'survey.link_unknown': '链接无效、已使用，或本次征询已结束。',
  'survey.nothing_answered': '请至少回答一个问题。',
  'survey.answered_twice': '同一问题答了两次。',
  'survey.question_unknown': '问卷中没有此问题。',
  'survey.answer_misfit': '答案与题型不符。',
};
