import type { Field } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

/** PRIN-06: what is proven, by what, with which evidence; nothing on liability before that. */
export const factFields: Field[] = [
  {
    key: 'facts',
    name: words('Facts established', '已查明的事实', '已查明的事實'),
    hint: words(
      'Only what is proven, before anything is said on who is liable',
      '只写已查实的内容，先查明事实再谈责任',
      '只寫已查實的內容，先查明事實再談責任',
    ),
    type: 'long_text',
    at: 'ticket',
  },
  {
    key: 'proven_by',
    name: words('Proven by', '查明依据', '查明依據'),
    type: 'choice',
    choices: [
      { key: 'inspection', name: words('Inspection on the spot', '现场查看', '現場查看') },
      { key: 'recording', name: words('Photo or recording', '照片或录像', '照片或錄影') },
      { key: 'papers', name: words('Papers and records', '书面资料与记录', '書面資料與紀錄') },
      { key: 'statements', name: words('Statements of those concerned', '当事人陈述', '當事人陳述') },
      { key: 'measurement', name: words('Test or measurement', '检测或测量', '檢測或測量') },
    ],
    at: 'ticket',
    indexed: true,
  },
  {
    key: 'evidence',
    name: words('Evidence', '证据留存', '證據留存'),
    hint: words(
      'What is kept and where, besides attached photos; or why there is none',
      '除所附照片外，写明证据及存放处；没有证据的写明原因',
      '除所附照片外，寫明證據及存放處；沒有證據的寫明原因',
    ),
    type: 'long_text',
    at: 'ticket',
  },
];
