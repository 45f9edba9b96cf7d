import type { customerPage as english } from '../en/customer-page.ts';
import type { Translation } from '../words.ts';

export const customerPage: Translation<typeof english> = {
  title: '客户页面',
  look: '打开客户页面',
  why_here: '客户打开页面后看到的内容，以及可以提交的事项。每次修改都记下原因，可以恢复。',
  name: '服务中心名称',
  name_needed: '请填写服务中心名称。',
  address: '服务地点',
  phone: '服务电话',
  line: '投诉电话（24 小时）',
  hours: '显示的接待时间：{hours}。',
  hours_change: '在日历中修改',
  text_welcome: '欢迎语',
  text_welcome_why: '显示在页面顶部：面向哪些客户，可以办什么。',
  text_emergency: '紧急情况',
  text_emergency_why: '危及人身或财产安全时怎么办，例如先打哪个电话。',
  text_complaints: '投诉如何处理',
  text_complaints_why: '由谁答复，多久答复。',
  text_afterwards: '提交之后',
  text_afterwards_why: '与编号一同显示：接下来会怎么办。',
  kinds: '可以提交的事项',
  kinds_why: '事项类别是否对客户开放，在类别中设定；这里选择页面上列出哪些。',
  save: '保存',
  saved: '已保存，客户即刻可见。',
};
