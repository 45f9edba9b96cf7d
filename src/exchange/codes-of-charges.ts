import { words } from './list-out.ts';

/** What codes of the money ledger are called, as the screens call them. */

export const CHARGE_STATES = {
  open: words('Owed', '待缴', '待繳'),
  overdue: words('Overdue', '已逾期', '已逾期'),
  paid: words('Paid', '已缴清', '已繳清'),
  waived: words('Waived', '已减免', '已減免'),
  reversed: words('Reversed', '已冲销', '已沖銷'),
};

export const NOTICE_STATES = {
  waiting: words('Waits', '待通知', '待通知'),
  written: words('Written to', '已发送', '已發送'),
  to_print: words('To be printed', '待打印送达', '待列印送達'),
  printed: words('Handed over', '已送达', '已送達'),
  dropped: words('Dropped', '已撤回', '已撤回'),
};

export const DUNNING_WAYS = {
  printed: words('Notice printed', '书面催缴单', '書面催繳單'),
  written: words('Notice sent', '发送催缴通知', '發送催繳通知'),
  phone: words('Telephone', '电话', '電話'),
  visit: words('Visit', '上门', '上門'),
  counter: words('At the counter', '前台', '櫃檯'),
};

export const DELIVERY_STATES = {
  running: words('Period not over', '周期未结束', '週期未結束'),
  to_deliver: words('To be delivered', '待上交', '待上繳'),
  to_confirm: words('To be confirmed', '待财务确认', '待財務確認'),
  confirmed: words('Confirmed', '已确认', '已確認'),
};
