import type { channelErrors as english } from '../en/errors-channel.ts';
import type { Translation } from '../words.ts';

export const channelErrors: Translation<typeof english> = {
  'channel.too_many': '已有 {most} 個管道，請先終止一個。',
  'channel.address_taken': '已有同類管道使用此地址。',
  'message.without_looks': '此訊息只有純文字，沒有其他格式。',
  'message.without_raw': '此訊息由我方發出，沒有原始郵件。',
  'channel.address_malformed': '此地址不符合該類管道的格式。',
  'channel.settings_of_another': '這些設定屬於另一類管道。',
  'channel.no_secret_made': '此管道的密鑰由對方提供，請在設定中修改。',
  'hook.unsigned': '缺少簽章。',
  'hook.signature_wrong': '簽章不符，或使用了其他密鑰。',
  'hook.too_old': '傳送時間過久，或時鐘有誤。',
  'hook.unreadable': '內容無法讀取。',
  'hook.malformed': '內容格式不正確（{path}：{problem}）。',
  'hook.of_another': '此對話屬於另一人。多人對話須註明為群組。',
  'hook.token_wrong': '權杖缺失或有誤。',
  'channel.no_trial': '簡訊會產生費用，請傳一則給自己來測試。',
  'sms.too_long': '內容超過 {most} 則簡訊，請縮短。',
  'channel.no_files': '此管道不能傳送附件。',
  'channel.no_code': '微信未產生行動條碼：{said}',
  'wechat.too_long': '內容超過微信上限（{most} 位元組，約 680 個漢字），請縮短。',
};
