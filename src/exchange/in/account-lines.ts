import type { Id } from '../../kernel/id.ts';
import { moneyOf } from '../../kernel/money.ts';
import { whyNotWrite } from '../../accounts/accounts.ts';
import { openAccounts } from '../../accounts/commands/open-accounts.ts';
import { removeAccountLine, writeAccountLine } from '../../accounts/commands/write-line.ts';
import type { Line } from '../../accounts/facts.ts';
import { accountsById, linesOf } from '../../accounts/facts.ts';
import type { Context } from '../../platform/context.ts';
import { versionOf } from '../../platform/journal.ts';
import { words } from '../list-out.ts';
import { ACCOUNT_SIDES_OUT } from '../codes-of-budget.ts';
import type { Cells } from './cells.ts';
import type { FieldIn, ListIn, Taken, TakenBefore } from './list-in.ts';

const FIELDS: readonly FieldIn[] = [
  {
    key: 'day',
    name: words('A day of the period', '所属日期', '所屬日期'),
    also: ['date', 'period', '期间', '所属期间', '日期', '月份'],
    required: true,
    examples: ['2026-07-01', '2026-07-01'],
  },
  {
    key: 'side',
    name: words('Income or expenditure', '收入或支出', '收入或支出'),
    also: ['type', 'side', '类型', '收支', '收支类型'],
    required: true,
    examples: ['收入', '支出'],
  },
  {
    key: 'name',
    name: words('Item', '项目', '項目'),
    also: ['name', 'line', '科目', '名称', '收支项目'],
    required: true,
    examples: ['物业服务费', '电梯维保费'],
  },
  {
    key: 'amount',
    name: words('Amount', '金额', '金額'),
    also: ['sum', 'value', '金额(元)', '金额（元）'],
    required: true,
    examples: ['486,000.00', '52,300.50'],
  },
  {
    key: 'note',
    name: words('Note', '说明', '說明'),
    also: ['remark', '备注'],
    examples: ['', '含年检'],
  },
];

/**
 * Income and expenditure as planning and finance has them (ROLE-36): each row goes to the accounts of the period that its day lies in, and
 * is known again there by its side and name.
 */
export const accountLinesIn: ListIn = {
  key: 'account-lines',
  name: words('Income and expenditure', '收支数据', '收支資料'),
  about: words(
    'Each row goes to the period that its day lies in, as long as that was not supplied. An item that stands there takes the new amount.',
    '每行归入所填日期所在的期间，该期间须尚未提交。已有的项目改为新的金额。',
    '每列歸入所填日期所在的期間，該期間須尚未提交。已有的項目改為新的金額。',
  ),
  subject: 'account_line',
  fields: FIELDS,
  take,
  takeBack,
};

async function take(context: Context, cells: Cells): Promise<Taken> {
  cells.needed('day');
  const day = cells.day('day');
  const side = cells.needed('side') === '' ? null : cells.choice('side', ACCOUNT_SIDES_OUT);
  const name = cells.needed('name', 200);
  const amount = amountIn(cells);
  const note = cells.text('note', 500) ?? '';
  cells.orRefuse();
  const accountsId = await openAccounts(context, day!);
  const accounts = await accountsById(context.tx, accountsId);
  const closed = whyNotWrite(accounts);
  if (closed) cells.refuse('day', closed.code, closed.params);
  cells.orRefuse();
  const read = { side: side!, name, amount: amount!, note };
  const known = ((await linesOf(context.tx, [accountsId])).get(accountsId) ?? []).find(
    (one) => one.side === side && one.name === name,
  );
  if (!known) return { result: 'new', id: await writeAccountLine(context, accountsId, read) };
  if (known.amount === amount && known.note === note) return { result: 'same', id: known.id };
  const versionBefore = await versionOf(context.tx, known.id);
  await writeAccountLine(context, accountsId, { ...read, id: known.id });
  return { result: 'changed', id: known.id, versionBefore, before: { ...known, accountsId } };
}

function amountIn(cells: Cells): number | null {
  const said = cells.needed('amount');
  if (said === '') return null;
  const amount = moneyOf(said);
  return amount === null ? cells.refuse('amount', 'import.amount_unreadable', { text: said.slice(0, 40) }) : amount;
}

/** A new line is taken out again, a changed one says what it said. */
async function takeBack(context: Context, { id, result, before }: TakenBefore): Promise<[]> {
  if (result === 'new') {
    await removeAccountLine(context, id as Id<'account_line'>);
    return [];
  }
  const { accountsId, side, name, amount, note } = before as Line & { accountsId: Id<'accounts'> };
  await writeAccountLine(context, accountsId, { id: id as Id<'account_line'>, side, name, amount, note });
  return [];
}
