import type { generalErrors as english } from '../en/errors.ts';
import type { Translation } from '../words.ts';

export const generalErrors: Translation<typeof english> = {
  offline: '無法連線到伺服器。您輸入的內容已保留，連線恢復後再試。',
  stale: '其他人剛剛修改過。請先查看新內容，再執行一次。',
  not_found: '內容已不存在，或您無權檢視。',
  forbidden: '您的職位不允許這個動作。',
  unauthenticated: '您已登出。請重新登入，輸入的內容已保留。',
  'sign_in.wrong': '使用者名稱與密碼不符。',
  'sign_in.too_many': '嘗試次數過多。請等一分鐘再試。',
  'sign_in.code_wrong': '驗證碼有誤、已使用或已過期。請向系統管理員索取新的。',
  'sign_in.locked': '此帳號已停用。請洽系統管理員。',
  'password.too_short': '至少 10 個字元',
  'password.too_common': '這個密碼太常見，請換一個。',
  'setup.done': '已完成初始設定，請直接登入。',
  'rate.limited': '請求過於頻繁。請稍候再試。',
  'input.required': '此欄必填',
  'input.invalid': '此欄填寫有誤',
  'input.too_long': '內容過長',
  'input.too_big': '檔案過大',
};
