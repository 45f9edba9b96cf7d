import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { upward } from './ladders.ts';
import { reception } from './limits.ts';

type Scheme = NonNullable<Settings['assessments']>[number];

/** PERF-02 says regularly and gives no interval: monthly at the front, quarterly elsewhere; with a working week to assess. */
const WEEK = reception('P5D', upward);

/** HRMS-03: what service staff are asked to be; the weights are inferred. */
const frontLine: Scheme = {
  key: 'front_line',
  name: words('Front-line service', '一线服务岗位考核', '前線服務職位考核'),
  posts: [
    'customer_service_assistant',
    'customer_service_specialist',
    'front_desk_clerk',
    'reception_person',
    'permits_keys_assistant',
    'business_centre_clerk',
  ],
  by: 'customer_service_supervisor',
  period: 'month',
  best: 10,
  indicators: [
    { key: 'attitude', name: words('Attitude', '服务态度', '服務態度'), weight: 20 },
    { key: 'professionalism', name: words('Professionalism', '业务水平', '專業水準'), weight: 25 },
    { key: 'communication', name: words('Communication', '沟通能力', '溝通能力'), weight: 20 },
    { key: 'adaptability', name: words('Adaptability', '应变能力', '應變能力'), weight: 15 },
    { key: 'experience', name: words('Experience put to use', '经验运用', '經驗運用'), weight: 10 },
    { key: 'image', name: words('Image', '形象仪表', '形象儀表'), weight: 10 },
  ],
  limit: WEEK,
};

const engineering: Scheme = {
  key: 'engineering',
  name: words('Engineering staff', '工程岗位考核', '工程職位考核'),
  posts: ['repair_worker', 'electrician', 'technical_support_engineer', 'site_administrator'],
  by: 'maintenance_supervisor',
  period: 'quarter',
  best: 10,
  indicators: [
    { key: 'quality', name: words('Quality of the work', '维修质量', '維修品質'), weight: 35 },
    { key: 'in_time', name: words('Work done in time', '完工及时率', '準時完工'), weight: 25 },
    { key: 'manners', name: words('Manners at the customer’s', '上门礼仪', '到府禮儀'), weight: 20 },
    { key: 'safety', name: words('Safety', '安全操作', '安全作業'), weight: 20 },
  ],
  limit: WEEK,
};

const security: Scheme = {
  key: 'security',
  name: words('Security staff', '安保岗位考核', '保安職位考核'),
  posts: ['security_guard'],
  by: 'security_captain',
  period: 'quarter',
  best: 10,
  indicators: [
    { key: 'duty', name: words('On post and patrol', '值勤与巡逻', '值勤與巡邏'), weight: 35 },
    { key: 'events', name: words('Handling of incidents', '突发事件处置', '突發事件處理'), weight: 30 },
    { key: 'manners', name: words('Courtesy', '文明礼貌', '禮貌待人'), weight: 20 },
    { key: 'image', name: words('Image', '形象仪表', '形象儀表'), weight: 15 },
  ],
  limit: WEEK,
};

const supervisors: Scheme = {
  key: 'supervisors',
  name: words('Heads and supervisors', '主管岗位考核', '主管職位考核'),
  posts: [
    'customer_service_head',
    'customer_service_supervisor',
    'maintenance_supervisor',
    'security_captain',
    'cleaning_supervisor',
  ],
  by: 'centre_manager',
  period: 'quarter',
  best: 10,
  indicators: [
    { key: 'results', name: words('What the team achieved', '团队业绩', '團隊成果'), weight: 35 },
    { key: 'complaints', name: words('Complaints in the field', '投诉控制', '投訴控制'), weight: 25 },
    { key: 'plans', name: words('Plans and reports', '计划与报告', '計劃與報告'), weight: 20 },
    { key: 'team', name: words('Training of the team', '队伍培养', '團隊培訓'), weight: 20 },
  ],
  limit: WEEK,
};

export const assessments: Scheme[] = [frontLine, engineering, security, supervisors];

export const personnel: NonNullable<Settings['personnel']> = {
  sources: [
    { key: 'supervision', name: words('Supervision', '日常督导', '日常督導') },
    { key: 'inspection', name: words('Inspection', '检查', '檢查') },
    { key: 'appearance', name: words('Appearance inspection', '仪容仪表检查', '儀容檢查') },
    { key: 'customer', name: words('What customers said', '客户反映', '客戶反映') },
  ],
  // PERF-06: penalty per rules; which there are is inferred
  sanctions: [
    { key: 'none', name: words('None', '不予处分', '不予處分') },
    { key: 'oral_warning', name: words('Oral warning', '口头警告', '口頭警告') },
    { key: 'written_warning', name: words('Written warning', '书面警告', '書面警告') },
    { key: 'bonus_cut', name: words('Cut of the performance bonus', '扣减绩效奖金', '扣減績效獎金') },
    { key: 'demerit', name: words('Demerit', '记过', '記過') },
    { key: 'off_post', name: words('Taken off the post to learn', '待岗学习', '停職受訓') },
  ],
  // APRV-12: proposed to the company
  decides: 'deputy_general_manager',
  decision: reception('P5D', upward),
};
