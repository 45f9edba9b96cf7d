import type { signIn as english } from '../en/sign-in.ts';
import type { Translation } from '../words.ts';

export const signIn: Translation<typeof english> = {
  title: '登入',
  username: '使用者名稱',
  password: '密碼',
  show_password: '顯示密碼',
  enter: '登入',
  lost: '忘記密碼？',
  code_title: '以驗證碼設定新密碼',
  code_how: '請向系統管理員索取一次性驗證碼，不需要電子郵件。',
  code: '一次性驗證碼',
  new_password: '新密碼',
  password_rule: '至少 10 個字元',
  change_and_enter: '變更並登入',
};
