import type { authErrors as english } from '../en/errors-auth.ts';
import type { Translation } from '../words.ts';

export const authErrors: Translation<typeof english> = {
  'sign_in.needed': '您已登出。請重新登入，輸入的內容已保留。',
  'sign_in.wrong': '使用者名稱與密碼不符。',
  'sign_in.too_many': '嘗試次數過多。請在 {minutes} 分鐘後再試。',
  'sign_in.code_wrong': '驗證碼有誤、已使用或已過期。請向系統管理員索取新的。',
  'password.too_short': '至少 {least} 個字元',
  'password.too_long': '最多 {most} 個字元',
  'password.is_username': '不能只在使用者名稱上加幾個字元',
  'password.too_common': '這個密碼太常見，請換一個。',
  'password.current_wrong': '這不是您目前的密碼。',
  'token.not_for_this': '權杖不能執行這個動作，請以密碼登入後再操作。',
  'token.expires_in_past': '請選擇之後的日期。',
  'token.expires_too_late': '權杖最長有效 {days} 天。',
  'token.too_many': '您已有 {most} 個權杖。請先停用不再需要的。',
  'person.unknown': '沒有這個人。',
  'person.left': '此人已離職。',
  'pack.unknown': '請從列出的行業中選擇。',
  'zone.unknown': '沒有這個時區。',
  'preferences.too_many': '自訂欄位的清單過多。',
  'organisation.none_yet': '這裡尚未完成初始設定。',
  'organisation.unknown': '這個網址沒有對應的機構。',
  'setup.done': '已完成初始設定，請直接登入。',
};
