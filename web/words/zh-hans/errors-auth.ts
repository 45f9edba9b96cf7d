import type { authErrors as english } from '../en/errors-auth.ts';
import type { Translation } from '../words.ts';

export const authErrors: Translation<typeof english> = {
  'sign_in.needed': '您已退出登录。请重新登录，已输入的内容都还在。',
  'sign_in.wrong': '用户名与密码不符。',
  'sign_in.too_many': '尝试次数过多。请在 {minutes} 分钟后再试。',
  'sign_in.code_wrong': '验证码有误、已用过或已过期。请向管理员索取新的。',
  'password.too_short': '至少 {least} 个字符',
  'password.too_long': '最多 {most} 个字符',
  'password.is_username': '不能只是在用户名上加几个字符',
  'password.too_common': '这个密码太常见，请换一个。',
  'password.current_wrong': '这不是您现在的密码。',
  'token.not_for_this': '令牌不能做这件事，请用密码登录后再操作。',
  'token.expires_in_past': '请选择以后的日期。',
  'token.expires_too_late': '令牌最长有效 {days} 天。',
  'token.too_many': '您已有 {most} 个令牌。请先停用不再需要的。',
  'person.unknown': '没有这个人。',
  'person.left': '此人已离职。',
  'pack.unknown': '请从列出的行业中选择。',
  'zone.unknown': '没有这个时区。',
  'preferences.too_many': '自定义列的列表太多。',
  'organisation.none_yet': '这里还没有完成初始设置。',
  'organisation.unknown': '这个地址没有对应的机构。',
  'setup.done': '已经完成初始设置，请直接登录。',
};
