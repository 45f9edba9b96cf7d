import type { Kind } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

type Step = Kind['steps'][number];

const visit: Step = { key: 'return_visit', name: words('Return visit', '回访', '回訪'), doneBy: 'visited' };
const feedback: Step = { key: 'feedback', name: words('Feedback', '反馈', '回饋'), doneBy: 'told' };
const reception: Step = { key: 'reception', name: words('Reception', '接待', '接待'), doneBy: 'opened' };

/** COMP-13's five; the apology comes first, so reception is not done before it is made (COMP-10). */
export const complaintSteps: Step[] = [
  { ...reception, doneBy: 'apologised' },
  { key: 'acceptance', name: words('Acceptance', '受理', '受理'), doneBy: 'accepted' },
  { key: 'follow_up', name: words('Follow-up', '跟进', '跟進'), doneBy: 'resolved' },
  feedback,
  visit,
];

/** WORK-01: reception, order, arrangement, tracking, return visit. */
export const repairSteps: Step[] = [
  reception,
  { key: 'order', name: words('Work order', '下单', '開單'), doneBy: 'dispatched' },
  { key: 'arrangement', name: words('Arrangement', '安排', '安排'), doneBy: 'arranged' },
  { key: 'tracking', name: words('Tracking', '跟踪', '追蹤'), doneBy: 'resolved' },
  visit,
];

export const answerSteps: Step[] = [
  reception,
  { key: 'answer', name: words('Answer', '答复', '答覆'), doneBy: 'answered' },
];

export const serviceSteps: Step[] = [
  reception,
  { key: 'acceptance', name: words('Acceptance', '受理', '受理'), doneBy: 'accepted' },
  { key: 'done', name: words('Done', '办理', '辦理'), doneBy: 'resolved' },
  feedback,
  visit,
];

export const suggestionSteps: Step[] = serviceSteps.slice(0, 4);

export const taskSteps: Step[] = [
  { key: 'given', name: words('Given', '交办', '交辦'), doneBy: 'opened' },
  { key: 'accepted', name: words('Accepted', '接受', '接受'), doneBy: 'accepted' },
  { key: 'done', name: words('Done', '完成', '完成'), doneBy: 'resolved' },
  { key: 'reported', name: words('Reported back', '回报', '回報'), doneBy: 'told' },
];
