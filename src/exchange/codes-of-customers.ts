import { words } from './list-out.ts';

/** What codes of customers in charge are called, as the screens call them. */

export const CONTACT_SORTS = {
  first: words('First contact', '首次联系', '首次聯絡'),
  regular: words('Regular contact', '定期联系', '定期聯絡'),
};

export const CONTACT_STATES = {
  open: words('To be made', '待联系', '待聯絡'),
  late: words('Late', '已逾期', '已逾期'),
  kept: words('Made in time', '按时联系', '如期聯絡'),
  missed: words('Made late', '逾期联系', '逾期聯絡'),
  dropped: words('Not owed any more', '不再需要', '不再需要'),
};
