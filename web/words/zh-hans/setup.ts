import type { setup as english } from '../en/setup.ts';
import type { Translation } from '../words.ts';

export const setup: Translation<typeof english> = {
  title: '设置您的客户服务中心',
  organisation: '单位名称',
  organisation_why: '客户熟悉的名称，会印在信函和单据上。',
  pack: '行业',
  language: '语言',
  zone: '时区',
  zone_why: '期限和工作时间按此时区计算。',
  administrator: '首位管理员',
  name: '姓名',
  begin: '开始使用',
  already: '已经完成初始设置。',
};
