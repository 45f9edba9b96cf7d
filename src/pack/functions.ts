import type { Words } from '../kernel/words.ts';
import { words } from './shapes.ts';

/** The seven functions of a service centre, in the order in which figures list them (CHAN-23). */
export const FUNCTIONS = [
  'information_enquiry',
  'consultation',
  'transaction',
  'business_acceptance',
  'complaint_and_suggestion',
  'market_survey',
  'marketing',
] as const;
export type ServiceFunction = (typeof FUNCTIONS)[number];

export const FUNCTION_NAMES: Record<ServiceFunction, Words> = {
  information_enquiry: words('Information enquiry', '信息查询', '資訊查詢'),
  consultation: words('Consultation', '咨询', '諮詢'),
  transaction: words('Transaction', '业务办理', '業務辦理'),
  business_acceptance: words('Business acceptance', '业务受理', '業務受理'),
  complaint_and_suggestion: words('Complaint and suggestion', '投诉建议', '投訴與建議'),
  market_survey: words('Market survey', '市场调查', '市場調查'),
  marketing: words('Marketing', '市场营销', '市場行銷'),
};

export const TYPES = [
  'consultation',
  'complaint',
  'suggestion',
  'request',
  'repair',
  'help',
  'task',
  'dispute',
  'compliment',
] as const;
export type KindType = (typeof TYPES)[number];

export const TYPE_NAMES: Record<KindType, Words> = {
  consultation: words('Consultation', '咨询', '諮詢'),
  complaint: words('Complaint', '投诉', '投訴'),
  suggestion: words('Suggestion', '建议', '建議'),
  request: words('Request', '需求', '需求'),
  repair: words('Repair', '维修', '維修'),
  help: words('Help', '求助', '求助'),
  task: words('Task', '任务', '任務'),
  dispute: words('Dispute', '纠纷', '糾紛'),
  compliment: words('Compliment', '表扬', '表揚'),
};

const BY_TYPE: Record<KindType, ServiceFunction> = {
  consultation: 'consultation',
  complaint: 'complaint_and_suggestion',
  suggestion: 'complaint_and_suggestion',
  request: 'transaction',
  repair: 'business_acceptance',
  help: 'business_acceptance',
  task: 'business_acceptance',
  dispute: 'complaint_and_suggestion',
  compliment: 'complaint_and_suggestion',
};

/** What a kind counts as among the seven: what its definition says, else what its type is usually. */
export function functionOf(kind: { type: KindType; function?: ServiceFunction | undefined }): ServiceFunction {
  return kind.function ?? BY_TYPE[kind.type];
}
