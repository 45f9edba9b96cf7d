import type { channelErrors as english } from '../en/errors-channel.ts';
import type { Translation } from '../words.ts';

export const channelErrors: Translation<typeof english> = {
  'channel.too_many': '已有 {most} 个邮箱，请先停用一个。',
  'channel.address_taken': '已有邮箱使用此地址。',
  'message.without_looks': '此消息只有纯文本，没有其他格式。',
  'message.without_raw': '此消息由我方发出，没有原始邮件。',
};
