import { words } from './list-out.ts';

/** What codes of material are called, as the screens call them. */

export const ENTRY_SORTS_OUT = {
  received: words('Received', '入库', '入庫'),
  issued: words('Issued', '发放', '發放'),
};

export const REQUEST_STATES_OUT = {
  waiting: words('Undecided', '待审批', '待審批'),
  approved: words('Approved, not issued', '已批准，待发放', '已批准，待發放'),
  partly_issued: words('Partly issued', '部分发放', '部分發放'),
  issued: words('Issued', '已发放', '已發放'),
  refused: words('Refused', '不同意', '不同意'),
  withdrawn: words('Withdrawn', '已撤回', '已撤回'),
};
