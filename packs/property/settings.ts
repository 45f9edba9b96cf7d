import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { attendance } from './attendance.ts';
import { canned } from './canned.ts';
import { charging } from './charges.ts';
import { custodians, customerArchive, customerClasses } from './customers.ts';
import { custodyCounts, custodyKinds } from './custody.ts';
import { contractorServices } from './contractors.ts';
import { chat, desk, sent, upward } from './ladders.ts';
import { accounts, budget, costKinds, materials } from './budget.ts';
import { clock, reception, shift } from './limits.ts';
import { liaison } from './liaison.ts';
import { meetings } from './meetings.ts';
import { milestones } from './milestones.ts';
import { archiveClasses, documentKinds } from './papers.ts';
import { phrases } from './phrases.ts';
import { assessments, personnel } from './personnel.ts';
import { questionnaires } from './questionnaires.ts';
import { reports } from './reports.ts';
import { errorSorts, scorecards } from './scorecards.ts';
import { training } from './training.ts';

export const settings: Settings = {
  limits: {
    acceptHandover: reception('PT2H'),
    // the next at the desk says that he has the shift, or those above hear of it
    acceptShift: reception('PT1H'),
    // ASGN-03: each member confirms that he understands his duties
    confirmDuties: reception('P3D'),
    // QUAL-01: a department bound by a standard confirms the version in force within a working week
    confirmStandard: reception('P5D', desk),
    // RECP-15: whoever stands above looks within two working days whether a request was rightly declined
    reviewDeclined: reception('P2D', desk),
    // DOCS-01: whoever reviews a draft says his word within two working days; inferred
    reviewDocument: reception('P2D', upward),
    // RECP-09: day and night, for people stand around it
    restoreOrder: clock('PT2H', desk),
    // SAFE-06: whoever is sent says within five minutes that he has the order; inferred
    takeDispatch: clock('PT5M', sent),
    giveRuling: reception('P1D'),
    // a written notice is received within a working day, answered within three; who issued it looks at the answer
    acceptNotice: shift('P1D', upward),
    replyNotice: shift('P3D', upward),
    verifyNotice: reception('P2D', upward),
    // VISIT-06: written rectification for faults found at a return visit, on the calendar
    noticeAfterVisit: clock('PT24H'),
    // CHAN-02: what is written by mail or on the site is answered within half a working day
    answerMessage: reception('PT4H', desk),
    // a call nobody took is returned within half an hour, and what a call was about is written down while it is fresh
    callBack: reception('PT30M', desk),
    writeUpCall: reception('PT30M', desk),
    // inferred: leave is answered within a working day
    decideLeave: reception('P1D', upward),
    // WFRC-02: a month's attendance is reviewed in the first three working days after it
    reviewAttendance: reception('P3D', upward),
    makeWages: reception('P3D', upward),
    // nobody stands at the counter for longer than ten minutes of opening hours; the desk hears at eight
    receiveVisitor: reception('PT10M', chat),
    // what was drawn is back within a working day, where nothing else was said
    bringBack: reception('P1D', desk),
    // ASST-05: the differences of a count are settled within three
    settleCount: reception('P3D', upward),
    // CHAN-24: whoever wants to be called is called within three working days
    careCall: reception('P3D', desk),
    // CHAN-17: whoever chats has a word within five minutes of opening hours, and his colleague hears at four
    answerChat: reception('PT5M', chat),
    // CONS-08: the department says within three of its working days what becomes of a suggestion
    answerSuggestion: shift('P3D', upward),
    signVisit: shift('P2D', desk),
    answerUrging: reception('PT1H'),
    // COMP-20: handed to the departments in the first two hours of the next working day
    dailyRecord: reception('PT2H'),
    // COMP-12: statistics and a summary of each week, on the first working day after it
    weeklySummary: reception('P1D'),
    // REPT-06: the special customer situations of each month, with three working days to write the work summary
    monthlyReport: reception('P3D'),
  },
  // CHAN-15: at an estate the telephone is taken by the third ring
  telephone: { ringSeconds: 5, answerRings: 3, answerSeconds: null, levelSeconds: 20, levelPercent: 80 },
  // PRIN-03: a promised reply must be kept; the one who promised hears first, well before
  promiseLadder: [
    { at: { share: 0.8 }, do: 'warn', to: 'owner' },
    { at: { share: 1 }, do: 'warn', to: 'supervisor' },
    {
      at: { after: 'PT2H', basis: 'working' },
      do: 'rule',
      to: 'centre_manager',
      acknowledge: 'P1D',
      repeat: { every: 'P1D', basis: 'working', most: 5 },
    },
  ],
  severities: [
    { key: 'ordinary', name: words('Ordinary', '一般', '普通'), tell: [] },
    {
      key: 'major',
      name: words('Major', '重大', '重大事件'),
      tell: ['department_head', 'deputy_general_manager'],
    },
    {
      key: 'grave',
      name: words('Gravely harms image or interests', '严重损害公司形象或利益', '嚴重損害公司形象或利益'),
      tell: ['department_head', 'centre_manager', 'deputy_general_manager', 'company_leader'],
    },
  ],
  pauses: [
    {
      key: 'waiting_customer',
      name: words('Waiting for the customer', '等待客户回复', '等候客戶回覆'),
      longest: 'P3D',
      endedByCustomer: true,
    },
    {
      key: 'waiting_access',
      name: words('Waiting to be let in', '等待入户', '等候進門'),
      longest: 'P3D',
      endedByCustomer: true,
    },
    {
      key: 'waiting_parts',
      name: words('Waiting for parts', '等待配件', '等候零件'),
      longest: 'P1W',
      endedByCustomer: false,
    },
    {
      key: 'waiting_third_party',
      name: words('Waiting for a third party', '等待第三方', '等候第三方'),
      longest: 'P2W',
      endedByCustomer: false,
    },
    {
      key: 'weather',
      name: words('Weather does not allow the work', '天气不允许施工', '天氣不宜施工'),
      longest: 'P5D',
      endedByCustomer: false,
    },
  ],
  quietHours: { from: '22:00', to: '07:00', except: ['emergency', 'urgent'] },
  // PRIN-02: what passes the buck; PHR-17: sending somebody elsewhere, cursing, what angers a buyer, refusing to bargain at all
  neverSaid: [
    '找那个部门',
    '找别的部门',
    '去别的部门',
    '去那个网点',
    '去别的网点',
    '你找别人',
    '您找别人',
    '去找别人',
    '他妈的',
    '滚蛋',
    '神经病',
    '傻逼',
    '白痴',
    '去死吧',
    '爱买不买',
    '不买拉倒',
    '买不起',
    '嫌贵就别买',
    '我们的商品都不讲价',
    'go to that department',
    'go to another department',
    'go to that outlet',
    'ask somebody else',
    'ask someone else',
    'damn you',
    'fuck',
    'idiot',
    'take it or leave it',
    'we never bargain',
    '不归我管',
    '不归我们管',
    '不是我的责任',
    '不是我们的责任',
    '不关我的事',
    '不关我们的事',
    '与我无关',
    '跟我没关系',
    '不是我负责',
    '唔關我事',
    'not my responsibility',
    'not our responsibility',
    'not my job',
    'not my problem',
  ],
  // PRIN-06: what exaggerates, or takes liability on before the facts are known
  neverPromised: [
    '我们负全责',
    '我们全责',
    '我们承担全部责任',
    '我们全额赔偿',
    '一定赔偿',
    '保证赔偿',
    '保证永远',
    '保证绝不',
    '百分之百',
    '包您满意',
    'we are fully liable',
    'it is all our fault',
    'we guarantee compensation',
    'we will pay for everything',
    'will never happen again',
    'one hundred percent',
  ],
  // QUAL-10: what exaggerates; inferred
  exaggerations: [
    '最好的',
    '全国第一',
    '绝对有效',
    '永久有效',
    '立竿见影',
    '疗效显著',
    '史上最低价',
    '万无一失',
    'the best there is',
    'guaranteed to work',
    'works at once',
    'lasts forever',
    'cannot go wrong',
  ],
  attendance,
  canned,
  phrases,
  reports,
  charging,
  meetings,
  documentKinds,
  archiveClasses,
  liaison,
  contractorServices,
  // QUAL-12: the five values are the row's, the rest is inferred
  charter: {
    tenet: words('The customer first, service with heart', '客户至上，用心服务', '客戶至上，用心服務'),
    goal: words(
      'Every matter has an owner, and an end that satisfies',
      '事事有人负责，件件有满意结果',
      '事事有人負責，件件有滿意結果',
    ),
    customers: words(
      'Owners, residents and guests of the estate',
      '小区业主、住户及来访客人',
      '社區業主、住戶及來訪賓客',
    ),
    values: [
      words('Enthusiasm', '热情', '熱情'),
      words('Dedication', '敬业', '敬業'),
      words('Diligence', '勤奋', '勤奮'),
      words('Innovation', '创新', '創新'),
      words('Obedience', '服从', '服從'),
    ],
  },
  customerClasses,
  custodians,
  customerArchive,
  custodyKinds,
  custodyCounts,
  costKinds,
  budget,
  materials,
  accounts,
  scorecards,
  assessments,
  personnel,
  training,
  questionnaires,
  milestones,
  errorSorts,
  // ESCL-05: inferred; what occurs three times in a month is no accident
  repetition: { times: 3, within: 'P30D' },
  undoSeconds: 8,
};
