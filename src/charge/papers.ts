import type { Words } from '../kernel/words.ts';
import { inEach } from '../kernel/words.ts';
import { moneyText } from '../kernel/money.ts';
import type { Paper } from '../platform/documents/paper.ts';
import type { Writing } from '../report/papers/writing.ts';
import { words } from '../pack/shapes.ts';
import type { Age } from './charge.ts';
import type { Arrears } from './view.ts';
import type { ReceiptLine } from './view-money.ts';

export const WAY_WORDS: Record<ReceiptLine['way'], Words> = {
  cash: words('Cash', '现金', '現金'),
  card: words('Card', '刷卡', '刷卡'),
  transfer: words('Bank transfer', '银行转账', '銀行轉賬'),
  wechat: words('WeChat Pay', '微信支付', '微信支付'),
  alipay: words('Alipay', '支付宝', '支付寶'),
  cheque: words('Cheque', '支票', '支票'),
};

const R = {
  title: words('Receipt', '收据', '收據'),
  number: words('Number', '编号', '編號'),
  from: words('Received from', '缴款人', '繳款人'),
  amount: words('Amount', '金额', '金額'),
  way: words('Paid by', '付款方式', '付款方式'),
  reference: words('Reference', '凭证号', '憑證號'),
  at: words('Date', '日期', '日期'),
  by: words('Received by', '收款人', '收款人'),
  reversed: words('Reversed', '已冲销', '已沖銷'),
  item: words('Item', '项目', '項目'),
  place: words('Place', '房号', '房號'),
  period: words('Period from', '费用所属期起', '費用所屬期起'),
};

/** The receipt of a payment, in one of the three languages (FEE-05). */
export function receiptPaper(
  { language, moment }: Writing,
  receipt: ReceiptLine & { currency: string },
  organisation: string,
): Paper {
  const { number, customer, payer, amount, currency, way, reference, at, takenBy } = receipt;
  const say = (one: Words) => one[language];
  return {
    title: `${organisation} ${say(R.title)} ${number}`,
    language,
    facts: [
      [say(R.number), number],
      [say(R.from), payer === '' ? customer.name : `${payer} (${customer.name})`],
      [say(R.amount), `${currency} ${moneyText(amount)}`],
      [say(R.way), say(WAY_WORDS[way])],
      ...(reference === '' ? [] : [[say(R.reference), reference] as const]),
      [say(R.at), moment(at)],
      [say(R.by), takenBy.name],
      ...(receipt.reversedAt ? [[say(R.reversed), moment(receipt.reversedAt)] as const] : []),
    ],
    texts: [],
    sheets: [
      {
        title: say(R.title),
        columns: [
          { label: say(R.item) },
          { label: say(R.place) },
          { label: say(R.period) },
          { label: `${say(R.amount)} (${currency})`, number: true },
        ],
        rows: receipt.lines.map((line) => [
          line.item.name[language],
          line.place ?? '',
          line.begins ?? '',
          moneyText(line.amount),
        ]),
      },
    ],
  };
}

const A = {
  title: words('Arrears and collected share', '欠费与收缴率', '欠費與收繳率'),
  due: words('Due', '应缴日', '應繳日'),
  charged: words('Charged (denominator)', '应收（分母）', '應收（分母）'),
  paid: words('Paid (numerator of the collected share)', '实收（收缴率分子）', '實收（收繳率分子）'),
  owed: words('Owed (numerator of the arrears)', '欠费（欠费率分子）', '欠費（欠費率分子）'),
  share: words('Collected share', '收缴率', '收繳率'),
  places: words('By building', '按楼栋', '按樓棟'),
  items: words('By item', '按收费项目', '按收費項目'),
  debtors: words('Customers who owe', '欠费户数', '欠費戶數'),
  rest: words('Without a place', '无房号', '無房號'),
};
export const AGE_WORDS: Record<Age, Words> = {
  not_due: words('Not overdue', '未逾期', '未逾期'),
  to_30: words('1–30 days', '1–30 天', '1–30 天'),
  to_90: words('31–90 days', '31–90 天', '31–90 天'),
  to_365: words('91–365 days', '91–365 天', '91–365 天'),
  older: words('Over a year', '一年以上', '一年以上'),
};

export function arrearsPaper(
  { language, say, moment }: Writing,
  arrears: Arrears,
  organisation: string,
  now: string,
): Paper {
  const name = (one: Words) => one[language];
  const head = inEach(A.charged, (text) => `${text} (${arrears.currency})`);
  return {
    title: name(A.title),
    language,
    facts: [
      [say('centre'), organisation],
      [name(A.due), `${arrears.dueFrom ?? ''} – ${arrears.dueUntil}`],
      [name(A.share), arrears.share === null ? say('none') : `${(arrears.share * 100).toFixed(1)} %`],
      [name(head), moneyText(arrears.charged)],
      [name(A.paid), moneyText(arrears.paid)],
      [name(A.owed), moneyText(arrears.owed)],
      [say('made'), moment(now)],
    ],
    texts: [],
    sheets: arrearsSheets(arrears, name, head),
  };
}

function arrearsSheets(arrears: Arrears, name: (one: Words) => string, head: Words): Paper['sheets'] {
  const ages = Object.keys(AGE_WORDS) as Age[];
  const money = (label: Words) => ({ label: name(label), number: true });
  return [
    {
      title: name(A.places),
      columns: [
        { label: name(R.place) },
        ...[head, A.paid, A.owed, A.debtors].map(money),
        ...ages.map((age) => money(AGE_WORDS[age])),
      ],
      rows: arrears.places.map((row) => [
        row.place?.code ?? name(A.rest),
        ...[row.charged, row.paid, row.owed].map(moneyText),
        row.debtors,
        ...ages.map((age) => moneyText(row.ages[age])),
      ]),
    },
    {
      title: name(A.items),
      columns: [{ label: name(R.item) }, ...[head, A.paid, A.owed].map(money)],
      rows: arrears.items.map((row) => [name(row.item.name), ...[row.charged, row.paid, row.owed].map(moneyText)]),
    },
  ];
}
