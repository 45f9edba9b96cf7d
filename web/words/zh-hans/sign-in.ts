import type { signIn as english } from '../en/sign-in.ts';
import type { Translation } from '../words.ts';

export const signIn: Translation<typeof english> = {
  title: '登录',
  username: '用户名',
  password: '密码',
  show_password: '显示密码',
  enter: '登录',
  lost: '忘记密码？',
  code_title: '用验证码设置新密码',
  code_how: '请向管理员索取一次性验证码，无需邮箱。',
  code: '一次性验证码',
  new_password: '新密码',
  password_rule: '至少 10 个字符',
  change_and_enter: '修改并登录',
};
