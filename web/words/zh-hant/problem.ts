import type { problem as english } from '../en/problem.ts';
import type { Translation } from '../words.ts';

export const problem: Translation<typeof english> = {
  title: '無法顯示',
  loading: '載入中',
  retry: '再試一次',
  go_home: '回到我的工作',
  fault: '伺服器處理失敗，沒有任何變更。若再次發生，請將編號 {id} 告知系統管理員。',
  screen_failed: '此頁面發生錯誤。您輸入的內容已保留，請重新載入。',
  no_words: '伺服器拒絕了這個動作（{code}）。',
  not_found: '這裡沒有內容',
  not_found_why: '網址有誤，或您無權檢視。',
  forbidden: '您的職位無權檢視',
  forbidden_why: '系統管理員可為您的職位開放權限。',
};
