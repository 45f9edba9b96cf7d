import type { departments as english } from '../en/departments.ts';
import type { Translation } from '../words.ts';

export const departments: Translation<typeof english> = {
  every: '部門與外部廠商',
  add: '新增部門',
  edit: '編輯{name}',
  heads: '主管',
  calendar: '工作日曆',
  calendar_why: '適用於此後作出的承諾。',
  calendar_needed: '須選擇工作日曆。',
  on_duty: '值勤中',
  outside_firm: '外部廠商',
  is_outside_firm: '屬外部廠商',
  is_closed: '停用',
  work_to: '工作交由',
  work_to_why:
    '未結工單、工作及承諾立即轉交該部門，事項類型、服務項目和櫃檯快捷登記也改由其承接。崗位須先行調整或停用。',
  preview_first: '尚未儲存。請先查看對未結工作及相關規則的影響。',
  cannot: '目前無法套用。',
  moves: '套用後，未結工作及指向該部門的規則將一併轉到所選部門。',
  open_tickets: '未結工單',
  open_orders: '未完成的派工',
  open_commitments: '進行中的承諾',
  people: '人員',
  posts: '崗位',
  kinds: '歸其辦理的事項類型',
  plans: '由其崗位執行的計畫',
  offerings: '承接的服務項目',
  canned: '指向該部門的快捷登記',
  put_back_done: '原內容已載入表單，請先查看影響再套用。',
  is_closed_why: '須先調整其崗位；未結工作及相關規則轉交其他部門。',
};
