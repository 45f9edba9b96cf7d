import type { unsent as english } from '../en/unsent.ts';
import type { Translation } from '../words.ts';

export const unsent: Translation<typeof english> = {
  none: '這台裝置沒有待送出的內容',
  none_why: '沒有連線時所做的動作會留在這裡，直到伺服器收到。',
  waiting: '待送出',
  waiting_why: '伺服器一恢復回應就依此順序送出，時間以實際操作的時間為準。',
  send_now: '立即送出',
  refused: '未被接受',
  refused_why: '伺服器沒有接受這些動作。它們保留在這台裝置上，可再次送出，也可放棄。',
  act: '動作',
  at: '時間',
  content: '內容',
  why: '原因',
  picture: '圖片：{label}',
  what_now: '處理',
  again: '再次送出',
  give_up: '放棄',
  give_up_title: '放棄「{label}」？',
  give_up_why: '會從這台裝置刪除，伺服器上沒有這項內容。',
};
