import type { compliments as english } from '../en/compliments.ts';
import type { Translation } from '../words.ts';

export const compliments: Translation<typeof english> = {
  title: '表扬',
  pass_on: '转达并答复',
  people: '被表扬人',
  departments: '被表扬部门',
  chosen: '已选人员',
  answer: '答复客户',
  answer_why: '标准用语，可修改',
  about_needed: '请选择被表扬的人员或部门。',
  why: '将转达本人及其上级并计数，答复后结单。',
};
