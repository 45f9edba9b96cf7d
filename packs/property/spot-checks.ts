import type { Pack } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import { upward } from './ladders.ts';
import { reception } from './limits.ts';

type Plan = NonNullable<Pack['spotChecks']>[number];

/** VISIT-05: the centre manager checks return visits each month, drawn at random. */
const visits: Plan = {
  key: 'return_visits_monthly',
  name: words('Monthly check of return visits', '回访月度抽查', '回訪每月抽查'),
  draws: 'return_visits',
  size: { percent: 10, atLeast: 5 },
  period: 'month',
  post: 'centre_manager',
  limit: reception('P5D', upward),
  criteria: [
    { key: 'asked', name: words('The customer was really asked', '确已回访客户本人', '確已回訪客戶本人') },
    { key: 'true_result', name: words('What was noted is what he said', '记录与客户所述一致', '記錄與客戶所述一致') },
    { key: 'complete', name: words('The slip is complete', '回访单填写完整', '回訪單填寫完整') },
    { key: 'followed', name: words('What he raised was followed up', '所提问题已跟进', '所提問題已跟進') },
  ],
  closed: false,
};

/** S4 §2.1(4)8, §2.5(9): whether what is closed was settled, and is written down so that it can be found again. */
const tickets: Plan = {
  key: 'tickets_monthly',
  name: words('Monthly check of closed tickets', '结单月度抽查', '結案每月抽查'),
  draws: 'tickets',
  size: { count: 10 },
  period: 'month',
  post: 'centre_manager',
  limit: reception('P5D', upward),
  criteria: [
    { key: 'complete', name: words('Fields and need are complete', '登记内容完整', '登記內容完整') },
    { key: 'in_time', name: words('Answered and settled as promised', '按承诺时限答复、办结', '按承諾時限答覆及解決') },
    { key: 'outcome', name: words('The outcome answers the need', '处理结果回应了客户需求', '處理結果回應了客戶需要') },
    { key: 'told', name: words('The customer was told', '已告知客户结果', '已告知客戶結果') },
  ],
  closed: false,
};

/** APRV-08, S4 §2.1(4)8: move-in papers, records and how it went inside; weekly while an estate is moved into as a whole. */
const moveIns: Plan = {
  key: 'move_ins_monthly',
  name: words('Monthly check of move-ins', '入住月度抽查', '遷入每月抽查'),
  draws: 'tickets',
  kinds: ['move_in'],
  size: { percent: 20, atLeast: 3 },
  period: 'month',
  post: 'centre_manager',
  limit: reception('P5D', upward),
  criteria: [
    { key: 'papers', name: words('Papers are complete and genuine', '入住资料齐全、真实', '遷入資料齊全、真實') },
    { key: 'signed', name: words('The owner signed for each thing', '业主逐项签收', '業主逐項簽收') },
    { key: 'charges', name: words('Charges are correct, receipts given', '收费正确、票据齐全', '收費正確、票據齊全') },
    { key: 'steps', name: words('Each step was done by its post', '各环节由相应岗位办理', '各環節由相應職位辦理') },
  ],
  closed: false,
};

export const spotChecks: Plan[] = [visits, tickets, moveIns];
