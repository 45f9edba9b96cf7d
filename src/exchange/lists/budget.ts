import { accountsQuery } from '../../accounts/inputs.ts';
import { listAccounts } from '../../accounts/list.ts';
import { listExpenses } from '../../budget/expenses.ts';
import { budgetLinesQuery, expensesQuery } from '../../budget/inputs.ts';
import { listBudgetLines } from '../../budget/lines.ts';
import { moneyText } from '../../kernel/money.ts';
import { ACCOUNT_STATES_OUT, EXPENSE_STATES_OUT } from '../codes-of-budget.ts';
import { listOut, words } from '../list-out.ts';

/** Amounts leave as numbers with their decimals, so that a spreadsheet reckons with them; their currency stands beside them. */
const plain = (amount: number): number => Number(moneyText(amount));

const CURRENCY = words('Currency', '币种', '幣別');
const DEPARTMENT = words('Department', '部门', '部門');

export const budgetLines = listOut({
  key: 'budget-lines',
  name: words('Budget and spending', '预算执行', '預算執行'),
  admits: 'budget.see',
  query: budgetLinesQuery,
  read: listBudgetLines,
  columns: (of) => [
    of.text('month', words('Month', '月份', '月份'), (row) => row.month),
    of.named('department', DEPARTMENT, (row) => row.department.name),
    of.named('line', words('Cost kind', '费用科目', '費用科目'), (row) => row.name),
    of.text('planned', words('Planned', '预算', '預算'), (row) => plain(row.planned)),
    of.text('spent', words('Spent', '已支出', '已支出'), (row) => plain(row.spent)),
    of.text('committed', words('Waiting for approval', '待审批', '待審批'), (row) => plain(row.committed)),
    of.text('left', words('Left', '剩余', '剩餘'), (row) => plain(row.left)),
    of.text('share', words('Used in percent', '使用率（%）', '使用率（%）'), (row) => row.share),
    of.text('currency', CURRENCY, (row) => row.currency),
  ],
});

export const expenses = listOut({
  key: 'expenses',
  name: words('Expenses', '支出', '支出'),
  admits: 'budget.see',
  query: expensesQuery,
  read: listExpenses,
  columns: (of) => [
    of.text('spentOn', words('Spent on', '支出日期', '支出日期'), (row) => row.spentOn),
    of.named('department', DEPARTMENT, (row) => row.department.name),
    of.named('line', words('Cost kind', '费用科目', '費用科目'), (row) => row.line.name),
    of.text('amount', words('Amount', '金额', '金額'), (row) => plain(row.amount)),
    of.text('currency', CURRENCY, (row) => row.currency),
    of.text('supplier', words('Supplier', '收款方', '收款方'), (row) => row.supplier),
    of.text('whatFor', words('What for', '用途', '用途'), (row) => row.whatFor, 40),
    of.text('ticket', words('Matter', '所属事项', '所屬事項'), (row) => row.ticket?.number),
    of.text('workOrder', words('Work order', '派工单', '派工單'), (row) => row.workOrder?.number),
    of.code('state', words('State', '状态', '狀態'), EXPENSE_STATES_OUT, (row) => row.state),
    of.text('decidedBy', words('Decided by', '审批人', '審批人'), (row) => row.decidedBy?.name),
    of.text('because', words('Because', '原因', '原因'), (row) => row.because, 30),
    of.text('by', words('Recorded by', '登记人', '登記人'), (row) => row.by?.name),
    of.moment('at', words('Recorded', '登记时间', '登記時間'), (row) => row.at),
  ],
});

export const accounts = listOut({
  key: 'accounts',
  name: words('Income and expenditure published', '收支公布', '收支公佈'),
  admits: 'budget.see',
  query: accountsQuery,
  read: listAccounts,
  columns: (of) => [
    of.text('begins', words('Period from', '期间起始', '期間起始'), (row) => row.begins),
    of.text('version', words('Version', '版本', '版本'), (row) => row.version),
    of.code('state', words('State', '状态', '狀態'), ACCOUNT_STATES_OUT, (row) => row.state),
    of.text('income', words('Income', '收入', '收入'), (row) => plain(row.totals.income)),
    of.text('expenditure', words('Expenditure', '支出', '支出'), (row) => plain(row.totals.expenditure)),
    of.text('result', words('Income less expenditure', '收支结余', '收支結餘'), (row) => plain(row.totals.result)),
    of.text('currency', CURRENCY, (row) => row.currency),
    of.text('suppliedBy', words('Supplied by', '提供人', '提供人'), (row) => row.suppliedBy?.name),
    of.moment('suppliedAt', words('Supplied', '提供时间', '提供時間'), (row) => row.suppliedAt),
    of.text('publishedBy', words('Published by', '公布人', '公佈人'), (row) => row.publishedBy?.name),
    of.moment('publishedAt', words('Published', '公布时间', '公佈時間'), (row) => row.publishedAt),
    of.moment('dueAt', words('Due', '期限', '期限'), (row) => row.dueAt),
  ],
});
