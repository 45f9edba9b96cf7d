import type { generalErrors as english } from '../en/errors.ts';
import type { Translation } from '../words.ts';

export const generalErrors: Translation<typeof english> = {
  offline: '无法连接服务器。您输入的内容已保留，连接恢复后再试。',
  stale: '其他人刚刚修改过。请先查看新内容，再操作一次。',
  not_found: '内容已不存在，或者您无权查看。',
  forbidden: '您的岗位不允许此操作。',
  unauthenticated: '您已退出登录。请重新登录，输入的内容已保留。',
  'sign_in.wrong': '用户名与密码不符。',
  'sign_in.too_many': '尝试次数过多。请等一分钟再试。',
  'sign_in.code_wrong': '验证码有误、已用过或已过期。请向管理员索取新的。',
  'sign_in.locked': '此账号已停用。请联系管理员。',
  'password.too_short': '至少 10 个字符',
  'password.too_common': '这个密码太常见，请换一个。',
  'setup.done': '已经完成初始设置，请直接登录。',
  'rate.limited': '请求过于频繁。请稍候再试。',
  'input.required': '此项必填',
  'input.invalid': '此项填写有误',
  'input.too_long': '内容过长',
  'input.too_big': '文件过大',
};
