import { words } from '../list-out.ts';
import type { FieldIn } from './list-in.ts';

export const TICKET_FIELDS: readonly FieldIn[] = [
  {
    key: 'number',
    name: words('Number', '单号', '單號'),
    also: ['id', 'ticket', '工单号', '工单编号', '编号', '受理单号'],
    required: true,
    examples: ['2025-0117', '2025-0118'],
  },
  {
    key: 'title',
    name: words('Matter', '事项', '事項'),
    also: ['title', 'subject', '主题', '标题', '内容', '事项名称'],
    required: true,
    examples: ['厨房漏水', '楼道灯不亮'],
  },
  {
    key: 'openedAt',
    name: words('Opened', '受理时间', '受理時間'),
    also: ['created', 'opened at', '创建时间', '报事时间', '登记时间', '来电时间'],
    required: true,
    examples: ['2025-03-01 09:20', '2025-03-02 19:05'],
  },
  {
    key: 'closedAt',
    name: words('Closed', '结单时间', '結案時間'),
    also: ['closed at', 'finished', '完成时间', '办结时间', '关闭时间'],
    examples: ['2025-03-01 15:40', ''],
  },
  {
    key: 'kind',
    name: words('Kind', '类型', '類型'),
    also: ['type', 'category', '分类', '事项类型'],
    examples: ['报修', '报修'],
  },
  {
    key: 'channel',
    name: words('Came in by', '受理渠道', '受理管道'),
    also: ['channel', '渠道', '来源'],
    examples: ['来电', '前台'],
  },
  {
    key: 'caller',
    name: words('Caller', '来电来访人', '來電來訪人'),
    also: ['customer', '客户', '报事人', '联系人', '姓名'],
    examples: ['陈志强', '李女士'],
  },
  {
    key: 'phone',
    name: words('Phone', '电话', '電話'),
    also: ['mobile', '联系电话', '手机', '手机号'],
    examples: ['13800138001', ''],
  },
  {
    key: 'place',
    name: words('Place', '位置', '位置'),
    also: ['unit', 'room', '房号', '地址', '报事位置'],
    examples: ['3-1202', ''],
  },
  {
    key: 'stage',
    name: words('Stage', '阶段', '階段'),
    also: ['status', 'state', '状态', '处理状态', '进度'],
    examples: ['', '处理中'],
  },
  {
    key: 'urgency',
    name: words('Urgency', '紧急程度', '緊急程度'),
    also: ['priority', '优先级', '紧急'],
    examples: ['', '一般'],
  },
  {
    key: 'severity',
    name: words('Severity', '投诉等级', '投訴等級'),
    also: ['投诉级别', '严重程度'],
    examples: ['', ''],
  },
  {
    key: 'owner',
    name: words('Accountable', '负责人', '負責人'),
    also: ['owner', 'assignee', '责任人', '跟进人', '经办人', '处理人'],
    examples: ['', ''],
  },
  {
    key: 'promisedAt',
    name: words('Promised for', '承诺完成时间', '承諾完成時間'),
    also: ['due', 'deadline', '完成期限', '办结期限', '限办时间', '预计完成时间'],
    examples: ['', ''],
  },
  {
    key: 'answeredAt',
    name: words('First answered', '首次答复时间', '首次回覆時間'),
    also: ['answered', '答复时间', '回复时间', '首次回复时间'],
    examples: ['', '2025-03-02 19:30'],
  },
  {
    key: 'dispatchedAt',
    name: words('Handed over for work', '派工时间', '派工時間'),
    also: ['dispatched', '派单时间', '下单时间', '转派时间'],
    examples: ['', ''],
  },
  { key: 'department', name: words('Department', '部门', '部門'), also: ['责任部门', '处理部门'], examples: ['', ''] },
  {
    key: 'need',
    name: words('Need', '诉求', '訴求'),
    also: ['description', '描述', '详情', '具体内容'],
    examples: ['', ''],
  },
  {
    key: 'outcome',
    name: words('Outcome, or what was done so far', '处理结果（未结的填进展）', '處理結果（未結的填進展）'),
    also: ['outcome', 'result', 'resolution', '处理结果', '结果', '处理情况', '处理进展', '進展'],
    examples: ['更换水管接头', '已报电工检查'],
  },
];
