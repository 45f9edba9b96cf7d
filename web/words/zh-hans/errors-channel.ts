import type { channelErrors as english } from '../en/errors-channel.ts';
import type { Translation } from '../words.ts';

export const channelErrors: Translation<typeof english> = {
  'channel.too_many': '已有 {most} 个渠道，请先终止一个。',
  'channel.address_taken': '已有同类渠道使用此地址。',
  'message.without_looks': '此消息只有纯文本，没有其他格式。',
  'message.without_raw': '此消息由我方发出，没有原始邮件。',
  'channel.address_malformed': '此地址不符合该类渠道的格式。',
  'channel.settings_of_another': '这些设置属于另一类渠道。',
  'channel.no_secret_made': '此渠道的密钥由对方提供，请在设置中修改。',
  'hook.unsigned': '缺少签名。',
  'hook.signature_wrong': '签名不符，或使用了其他密钥。',
  'hook.too_old': '发送时间过久，或时钟有误。',
  'hook.unreadable': '内容无法读取。',
  'hook.malformed': '内容格式不正确（{path}：{problem}）。',
  'hook.of_another': '此会话属于另一人。多人会话须注明为群。',
  'hook.token_wrong': '令牌缺失或有误。',
  'channel.no_trial': '短信会产生费用，请给自己发一条来测试。',
  'sms.too_long': '内容超过 {most} 条短信，请缩短。',
  'channel.no_files': '此渠道不能发送附件。',
  'channel.no_code': '微信未生成二维码：{said}',
  'wechat.too_long': '内容超过微信上限（{most} 字节，约 680 个汉字），请缩短。',
};
