import type { channelErrors as english } from '../en/errors-channel.ts';
import type { Translation } from '../words.ts';

export const channelErrors: Translation<typeof english> = {
  'channel.too_many': '已有 {most} 個信箱，請先停用一個。',
  'channel.address_taken': '已有信箱使用此地址。',
  'message.without_looks': '此訊息只有純文字，沒有其他格式。',
  'message.without_raw': '此訊息由我方發出，沒有原始郵件。',
};
