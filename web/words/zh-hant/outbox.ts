import type { outbox as english } from '../en/outbox.ts';
import type { Translation } from '../words.ts';

export const outbox: Translation<typeof english> = {
  waiting: '有 {count} 項動作會在連線恢復後送出。',
  refused: '「{label}」未被接受：{why}內容仍保留在這台裝置上。',
  not_kept: '這台裝置的儲存空間不足：「{label}」只有在此頁面保持開啟時才能送出，送出前請勿關閉。',
  set_aside: '有 {count} 項動作未被接受。',
  shown_since: '目前顯示的是 {time} 的內容。',
  waits_here: '這台裝置有 {count} 項動作待送出，操作人登入後即會送出。',
};
