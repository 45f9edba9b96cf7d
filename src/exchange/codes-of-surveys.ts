import { words } from './list-out.ts';

/** What codes of surveys are called, as the screens call them. */
export const SURVEY_STATES = {
  to_plan: words('To be planned', '待制定方案', '待擬訂方案'),
  to_confirm: words('To be confirmed', '待审核', '待審核'),
  running: words('Running', '进行中', '進行中'),
  submitted: words('Submitted', '已上报', '已提交'),
};

export const RECEIVER_STATES = {
  drawn: words('To be handed out', '待发放', '待派發'),
  handed_out: words('Out', '已发放，待回收', '已派發，待收回'),
  collected: words('To be typed in', '待录入', '待輸入'),
  answered: words('Answered', '已答复', '已作答'),
  not_returned: words('Not returned', '未收回', '未收回'),
};

export const SURVEY_WAYS = {
  paper: words('On paper', '纸质', '紙本'),
  message: words('Link in writing', '链接', '連結'),
  page: words('Customer’s page', '客户页面', '客戶頁面'),
  phone: words('By telephone', '电话', '電話'),
};
