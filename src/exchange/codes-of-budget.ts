import { words } from './list-out.ts';

/** What codes of budgets, expenses and accounts are called, as the screens call them. */

export const ACCOUNT_SIDES_OUT = {
  income: words('Income', '收入', '收入'),
  expenditure: words('Expenditure', '支出', '支出'),
};

export const ACCOUNT_STATES_OUT = {
  open: words('To be supplied', '待提供', '待提供'),
  sent_back: words('To be put right', '已退回，待更正', '已退回，待更正'),
  supplied: words('To be approved', '待审批', '待審批'),
  published: words('Published', '已公布', '已公佈'),
};

export const EXPENSE_STATES_OUT = {
  counted: words('Counted', '已计入', '已計入'),
  waiting: words('Waiting for approval', '待审批', '待審批'),
  refused: words('Refused', '不同意', '不同意'),
  withdrawn: words('Withdrawn', '已撤回', '已撤回'),
  taken_back: words('Taken back', '已冲销', '已沖銷'),
  counter: words('Counter entry', '冲销记录', '沖銷記錄'),
};
