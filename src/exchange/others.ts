import type { Words } from '../kernel/words.ts';
import { words } from './list-out.ts';

/** What else leaves the house, besides lists. Whatever has no name here has one of a list. */
export const OTHERS: Readonly<Record<string, Words>> = {
  figures: words('Figures', '统计数据', '統計數據'),
  figure: words('One figure', '单项统计', '單項統計'),
  figure_parts: words('Parts of the business', '业务构成', '業務構成'),
  figure_causes: words('Causes of complaints', '投诉原因', '投訴原因'),
  figure_records: words('Records behind a figure', '统计明细', '統計明細'),
  summary: words('Summary or report', '汇总或报告', '彙總或報告'),
  acts: words('Journal of acts', '操作日志', '操作日誌'),
  configuration: words('Configuration', '配置', '設定檔'),
  customer: words('Everything about one customer', '单个客户的全部信息', '單一客戶的全部資料'),
  retention: words('Report of what went', '清除报告', '清除報告'),
  calendar: words('Calendar address', '日历地址', '日曆位址'),
  webhook: words('Webhook', 'Webhook', 'Webhook'),
  backup: words('Backup of everything', '整库备份', '完整備份'),
};
