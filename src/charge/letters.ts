import { moneyWords } from '../kernel/money.ts';
import { inEach } from '../kernel/words.ts';
import type { Language, Words } from '../kernel/words.ts';
import { filled, inPlace } from '../pack/places.ts';

/** What a customer reads of what he owes, in his language. Days as YYYY-MM-DD. */

type Line = { name: Words; place: string | null; begins: string | null; open: number; dueDay: string; note?: string };
export type Letter = {
  organisation: string;
  phone: string | null;
  customer: string;
  currency: string;
  lines: readonly Line[];
  standard?: { name: Words; number: string } | null;
};

const BILL: Words = {
  en: 'Dear {customer},\n\nplease pay the following by {day}:\n\n{lines}\n\nTotal: {total}\n\n{standard}You can pay at the reception counter or by transfer. Questions? Call us{phone}.\n\n{organisation}',
  'zh-hans':
    '{customer}：\n\n您好！请于 {day} 前缴纳以下费用：\n\n{lines}\n\n合计：{total}\n\n{standard}您可到服务中心前台缴费，也可转账支付。如有疑问，请致电服务中心{phone}。\n\n{organisation}',
  'zh-hant':
    '{customer}：\n\n您好！請於 {day} 前繳納以下費用：\n\n{lines}\n\n合計：{total}\n\n{standard}您可到服務中心櫃檯繳費，亦可轉賬支付。如有疑問，請致電服務中心{phone}。\n\n{organisation}',
};

const DUNNING: Words = {
  en: 'Dear {customer},\n\nthe following is overdue:\n\n{lines}\n\nTotal: {total}\n\nPlease pay as soon as you can. If you have paid already, please tell us so that we can look into it. Questions? Call us{phone}.\n\n{organisation}',
  'zh-hans':
    '{customer}：\n\n您好！以下费用已逾期：\n\n{lines}\n\n合计：{total}\n\n请您尽快缴清。如已缴纳，烦请告知，以便我们核对。如有疑问，请致电服务中心{phone}。\n\n{organisation}',
  'zh-hant':
    '{customer}：\n\n您好！以下費用已逾期：\n\n{lines}\n\n合計：{total}\n\n請您盡快繳清。如已繳納，煩請告知，以便我們核對。如有疑問，請致電服務中心{phone}。\n\n{organisation}',
};

const STANDARD: Words = {
  en: 'By {name} ({number}).\n\n',
  'zh-hans': '收费依据：{name}（{number}）。\n\n',
  'zh-hant': '收費依據：{name}（{number}）。\n\n',
};

export const BILL_SUBJECT: Words = {
  en: 'What is to be paid by {day}',
  'zh-hans': '缴费通知（请于 {day} 前缴纳）',
  'zh-hant': '繳費通知（請於 {day} 前繳納）',
};
export const DUNNING_SUBJECT: Words = {
  en: 'Payment is overdue',
  'zh-hans': '费用催缴通知',
  'zh-hant': '費用催繳通知',
};

export const billLetter = (letter: Letter, language: Language): string => written(BILL, letter, language);
export const dunningLetter = (letter: Letter, language: Language): string => written(DUNNING, letter, language);

export function billSubject(letter: Letter): Words {
  return inEach(BILL_SUBJECT, (text) => inPlace(text, { day: dayOf(letter) }));
}

/** The earliest of the days by which it is to be paid. */
function dayOf({ lines }: Letter): string {
  return lines.map((line) => line.dueDay).toSorted()[0] ?? '';
}

function written(text: Words, letter: Letter, language: Language): string {
  const { organisation, phone, customer, currency, lines, standard } = letter;
  const total = lines.reduce((sum, { open }) => sum + open, 0);
  return inPlace(text[language], {
    customer,
    organisation,
    day: dayOf(letter),
    total: moneyWords(total, currency, language),
    lines: lines.map((line) => lineText(line, currency, language)).join('\n'),
    standard: standard ? filled(STANDARD[language], { name: standard.name[language], number: standard.number }) : '',
    phone: phone ? (language === 'en' ? ` at ${phone}` : ` ${phone}`) : '',
  });
}

function lineText({ name, place, begins, open, dueDay, note }: Line, currency: string, language: Language): string {
  const facts = [place, name[language], begins?.slice(0, 7), note].filter(Boolean).join(' · ');
  return `${facts}  ${moneyWords(open, currency, language)}  (${dueDay})`;
}
