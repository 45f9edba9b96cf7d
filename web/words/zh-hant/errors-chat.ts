import type { chatErrors as english } from '../en/errors-chat.ts';
import type { Translation } from '../words.ts';

/** Why something cannot be done in a chat, for its visitor or for us. */
export const chatErrors: Translation<typeof english> = {
  'chat.none': '這裡沒有線上對話。',
  'chat.unknown': '這段對話不是線上對話。',
  'chat.not_known': '這段對話已失效，請重新開始。',
  'chat.ended': '對話已結束。',
  'chat.not_ended': '對話尚未結束。',
  'chat.not_offered': '這段對話已不再請您接入，已轉請其他同事。',
  'chat.not_yours': '只有正在接待的人才能轉交。',
  'chat.being_given': '對話正在轉交中。',
  'chat.to_oneself': '對話已在您手上，請另選他人。',
  'chat.not_ready': '這位同事目前未接待，請另選同事或部門。',
  'chat.work_not_done': '瀏覽器驗證未通過，請再試一次。',
  'chat.too_many': '此處開始的對話過多，請一刻鐘後再試。',
  'chat.too_fast': '傳送過快，請稍候幾秒再繼續。',
  'chat.too_much_here': '您所在的網路傳送過於頻繁，請稍候再繼續。',
  'chat.too_many_files': '短時間內傳送的檔案過多，其餘請一刻鐘後再傳。',
  'chat.full': '線上諮詢排隊人數過多，請改用留言、郵件或電話聯絡我們。',
  'chat.page_not_allowed': '{page} 未獲准使用線上對話。',
  'channel.one_chat': '這個服務中心已有線上對話。',
  'channel.nothing_to_try': '線上對話沒有可測試的伺服器。',
};
