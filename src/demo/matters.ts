import type { Random } from './random.ts';

/** One thing that people call about: how often, where it is, and what is said and done. */
export type Matter = {
  kind: string;
  weight: number;
  where: 'flat' | 'public' | 'facility' | 'none';
  purpose: 'repair' | 'consultation' | 'complaint' | 'help' | 'request' | 'suggestion';
  title: string;
  need: string;
  fields: Record<string, string | boolean>;
  /** Whose hands are sent; none where the desk settles it. */
  sends?: { department: string; person: string; task: string; findings: string; measures: string };
  /** What is filled in when it is settled. */
  settled: Record<string, string>;
  outcome: string;
  answer: string;
};

const repair = (cause: string) => ({ found_cause: cause });
const plumber = (task: string, findings: string, measures: string) => ({ department: 'engineering', person: 'plumber', task, findings, measures });
const electrician = (task: string, findings: string, measures: string) => ({ department: 'engineering', person: 'electrician', task, findings, measures });

export const MATTERS: Matter[] = [
  { kind: 'leak', weight: 7, where: 'flat', purpose: 'repair', title: '厨房水槽下方漏水', need: '水槽下面一直滴水,橱柜已经泡湿', fields: { leak_from: 'pipe', water_running: true }, sends: plumber('检查厨房水槽下水管', '水槽下水软管老化开裂', '更换下水软管并试水'), settled: repair('下水软管老化'), outcome: '更换软管,试水无渗漏', answer: '师傅已登记,会按约定时间上门' },
  { kind: 'leak', weight: 6, where: 'flat', purpose: 'repair', title: '卫生间天花板渗水', need: '楼上好像漏水,天花板有水渍还在扩大', fields: { leak_from: 'ceiling' }, sends: plumber('查看卫生间天花渗水来源', '楼上住户地漏密封失效', '协调楼上重做地漏密封,涂刷防水'), settled: repair('楼上地漏密封失效'), outcome: '楼上地漏重新密封,观察无渗水', answer: '已安排师傅上下两户一起查看' },
  { kind: 'leak', weight: 3, where: 'flat', purpose: 'repair', title: '阳台窗边渗雨', need: '下雨天窗框边渗水进来', fields: { leak_from: 'window' }, sends: plumber('检查窗框密封', '窗框外侧密封胶脱落', '清理后重新打胶'), settled: repair('窗框密封胶老化'), outcome: '重新打胶,淋水试验合格', answer: '雨停后师傅来打胶' },
  { kind: 'repair_private', weight: 7, where: 'flat', purpose: 'repair', title: '客厅插座没电', need: '客厅两个插座突然没电', fields: { trouble: 'electrical' }, sends: electrician('检查客厅插座回路', '回路空开触点烧蚀', '更换空开'), settled: repair('空开触点烧蚀'), outcome: '更换空开,通电正常', answer: '电工会带工具上门检查' },
  { kind: 'repair_private', weight: 6, where: 'flat', purpose: 'repair', title: '马桶堵塞', need: '马桶下水很慢,快溢出来了', fields: { trouble: 'plumbing' }, sends: plumber('疏通马桶', '异物堵塞弯管', '管道疏通器疏通'), settled: repair('异物堵塞'), outcome: '疏通完毕,下水通畅', answer: '师傅半小时内联系您' },
  { kind: 'repair_private', weight: 4, where: 'flat', purpose: 'repair', title: '入户门锁卡滞', need: '钥匙很难转动,老人开不了门', fields: { trouble: 'door_window' }, sends: plumber('检修入户门锁', '锁芯缺油、门扇下垂', '调校合页,锁芯上油'), settled: repair('门扇下垂'), outcome: '门锁开启顺畅', answer: '今天安排人上门' },
  { kind: 'repair_private', weight: 3, where: 'flat', purpose: 'repair', title: '可视对讲没有声音', need: '楼下按门铃听不到声音', fields: { trouble: 'intercom' }, sends: electrician('检查可视对讲分机', '分机喇叭损坏', '更换喇叭'), settled: repair('分机喇叭损坏'), outcome: '对讲恢复正常', answer: '电工上门检查' },
  { kind: 'repair_public', weight: 6, where: 'public', purpose: 'repair', title: '楼道灯不亮', need: '晚上楼道很黑,不安全', fields: { trouble: 'lighting' }, sends: electrician('更换楼道灯', '灯管损坏', '更换 LED 灯管'), settled: repair('灯管到寿命'), outcome: '照明恢复', answer: '已转工程部更换' },
  { kind: 'repair_public', weight: 3, where: 'public', purpose: 'repair', title: '单元门禁打不开', need: '刷卡没反应,进不了门', fields: { trouble: 'door_access' }, sends: electrician('检查门禁读卡器', '读卡器进水', '更换读卡器并加装防雨罩'), settled: repair('读卡器进水'), outcome: '门禁恢复正常', answer: '先由保安开门,电工马上到' },
  { kind: 'repair_safety', weight: 3, where: 'facility', purpose: 'repair', title: '电梯运行有异响', need: '电梯上行时咔咔响', fields: { facility: 'lift' }, sends: electrician('会同维保单位检查曳引机与导靴', '导靴磨损', '维保单位更换导靴并调试'), settled: repair('导靴磨损'), outcome: '更换导靴,运行平稳', answer: '已通知维保单位到场' },
  { kind: 'emergency_repair', weight: 2, where: 'flat', purpose: 'repair', title: '水管爆裂大量出水', need: '进户水管爆了,水在往楼道流', fields: { emergency: 'burst_pipe', people_in_danger: false }, sends: plumber('关阀抢修', '进户管接头爆裂', '关阀、更换接头'), settled: { found_cause: '接头疲劳爆裂', first_measures: '立即关闭分户总阀' }, outcome: '抢修完成,恢复供水', answer: '请先关总阀,抢修人员马上到' },
  { kind: 'help', weight: 3, where: 'flat', purpose: 'help', title: '老人独自在家需要帮忙开门', need: '钥匙忘带,老人在里面不会开', fields: { help_with: 'locked_out' }, sends: { department: 'security', person: 'security', task: '上门协助开门', findings: '老人在内,安全', measures: '指导老人从内打开' }, settled: {}, outcome: '已协助开门', answer: '保安马上上楼' },
  { kind: 'consultation', weight: 9, where: 'none', purpose: 'consultation', title: '装修需要办哪些手续', need: '下个月想装修,问要准备什么材料', fields: { question: '装修报批材料与时间' }, settled: {}, outcome: '已告知所需材料与审批时间', answer: '需要装修申请表、施工图、施工人员身份证复印件,两天内审批完成' },
  { kind: 'consultation', weight: 6, where: 'none', purpose: 'consultation', title: '物业费收费标准与缴费方式', need: '问物业费怎么交,能否按季度', fields: { question: '物业费标准、缴费方式' }, settled: {}, outcome: '已说明收费标准和缴费方式', answer: '每平方米每月 2.8 元,可按季度缴纳,前台或线上均可' },
  { kind: 'complaint', weight: 4, where: 'flat', purpose: 'complaint', title: '楼上装修午休时间施工', need: '中午一直电钻,孩子没法睡', fields: { about: 'renovation', wanted_solution: '午休时间停止施工' }, sends: { department: 'security', person: 'security', task: '现场制止违规时段施工', findings: '12:40 仍在使用电钻', measures: '责令停工并登记,重申施工时间' }, settled: { real_cause: '施工队不清楚午休时段规定' }, outcome: '施工队签收施工时间告知书', answer: '已记录,保安马上去现场' },
  { kind: 'complaint', weight: 3, where: 'flat', purpose: 'complaint', title: '上次维修两天没人来', need: '报修后没人联系,打了三次电话', fields: { about: 'repair_quality', wanted_solution: '今天必须有人上门并说明原因' }, sends: plumber('优先上门并当面致歉', '上次派单后未接单', '完成维修并致歉'), settled: { real_cause: '派单后无人跟进' }, outcome: '当天完成维修,部门已整改', answer: '非常抱歉给您添麻烦,今天一定安排' },
  { kind: 'complaint', weight: 2, where: 'none', purpose: 'complaint', title: '垃圾清运不及时有异味', need: '负一层垃圾房味道很大', fields: { about: 'cleaning', wanted_solution: '每天清运两次' }, sends: { department: 'cleaning_greening', person: 'cleaning', task: '加密清运并冲洗垃圾房', findings: '晚间未清运', measures: '增加晚间清运并消杀' }, settled: { real_cause: '晚班清运人员缺岗' }, outcome: '调整清运班次', answer: '抱歉,马上安排冲洗' },
  { kind: 'request', weight: 5, where: 'flat', purpose: 'request', title: '办理临时停车', need: '周末有亲戚来,需要临时车位', fields: { request_for: 'parking' }, settled: {}, outcome: '已登记两天临时车位', answer: '可以办理,车牌已登记' },
  { kind: 'suggestion', weight: 2, where: 'none', purpose: 'suggestion', title: '建议增设非机动车充电桩', need: '', fields: { suggestion: '在地下车库入口增设电动车充电桩' }, settled: { became: 'adopted', reason: '纳入本季度改造计划' }, outcome: '采纳,列入改造计划', answer: '感谢建议,我们会评估并答复' },
];

const WEIGHTS = Object.fromEntries(MATTERS.map((matter, index) => [String(index), matter.weight]));

export function pickMatter(random: Random): Matter {
  return MATTERS[Number(random.weighted(WEIGHTS))]!;
}
