import type { customerPage as english } from '../en/customer-page.ts';
import type { Translation } from '../words.ts';

export const customerPage: Translation<typeof english> = {
  title: '客戶頁面',
  look: '開啟客戶頁面',
  why_here: '客戶開啟頁面後看到的內容，以及可以提交的事項。每次修改都記下原因，可以復原。',
  name: '服務中心名稱',
  name_needed: '請填寫服務中心名稱。',
  address: '服務地點',
  phone: '服務電話',
  line: '投訴電話（24 小時）',
  hours: '顯示的接待時間：{hours}。',
  hours_change: '在日曆中修改',
  text_welcome: '歡迎語',
  text_welcome_why: '顯示在頁面頂部：面向哪些客戶，可以辦什麼。',
  text_emergency: '緊急情況',
  text_emergency_why: '危及人身或財產安全時怎麼辦，例如先撥哪個電話。',
  text_complaints: '投訴如何處理',
  text_complaints_why: '由誰答覆，多久答覆。',
  text_afterwards: '提交之後',
  text_afterwards_why: '與編號一同顯示：接下來會怎麼辦。',
  kinds: '可以提交的事項',
  kinds_why: '事項類別是否對客戶開放，在類別中設定；這裡選擇頁面上列出哪些。',
  save: '儲存',
  saved: '已儲存，客戶即刻可見。',
};
