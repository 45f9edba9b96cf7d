import type { Approval, Kind, Paper, Stage } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import { complete, tellResult } from './commitments.ts';
import { schedule } from './ladders.ts';
import { reception } from './limits.ts';
import { ending, waitingForPapers } from './stages.ts';
import { serviceSteps } from './steps.ts';

type Name = Stage['name'];
type More = Partial<Pick<Paper, 'hint' | 'when' | 'optional' | 'eachOf'>>;

/** A paper that is brought; what kind of paper, and where only some bring it. */
export const paper = (key: string, form: Paper['form'], name: Name, more: More = {}): Paper => ({
  key,
  name,
  form,
  ...more,
});

/** Asked of those alone who chose this. */
export const where = (field: string, is: string | boolean): { when: { field: string; is: string | boolean } } => ({
  when: { field, is },
});

/** What nearly everybody shows. */
export const identity = paper('identity', 'original', words('Identity card', '身份证', '身分證'));
export const titleDeed = (more: More = {}): Paper =>
  paper(
    'title_deed',
    'original',
    words('Title deed or contract of sale', '产权证或购房合同', '產權證或買賣合約'),
    more,
  );
export const lease = (more: More = {}): Paper => paper('lease', 'copy', words('Lease', '租赁合同', '租約'), more);
export const application = (name: Name): Paper => paper('application_form', 'filled_in', name);

/** S4 §10.6: the assistant prepares; the permits and keys assistant is one. */
const PREPARES = [{ post: 'customer_service_assistant' }, { post: 'permits_keys_assistant' }];
const DECIDES = [{ post: 'customer_service_supervisor' }];

const stages = (issued: Name): Stage[] => [
  {
    key: 'received',
    name: words('Papers to be checked', '待核验资料', '待核驗資料'),
    class: 'new',
    next: ['prepared', 'waiting_customer', 'cancelled'],
  },
  {
    key: 'prepared',
    name: words('Prepared, to be decided', '已备齐，待审批', '已備齊，待審批'),
    class: 'active',
    next: ['approved', 'waiting_customer', 'cancelled'],
  },
  {
    key: 'approved',
    name: words('Approved, to be issued', '已批准，待出证', '已核准，待發證'),
    class: 'active',
    next: ['resolved', 'cancelled'],
  },
  waitingForPapers('prepared', 'approved', 'cancelled'),
  ...ending(issued, 'approved', words('Not approved', '不予批准', '不予核准')),
];

const approvals = (needs: string[]): Approval[] => [
  {
    key: 'formality_preparation',
    name: words('Papers checked and prepared', '资料核验备齐', '資料核驗備齊'),
    by: PREPARES,
    before: 'prepared',
    needs,
    papers: true,
    signature: 'own',
    limit: reception('P1D'),
  },
  {
    key: 'formality_decision',
    name: words('Decision of the supervisor', '主管审批', '主管審批'),
    by: DECIDES,
    before: 'approved',
    needs: [],
    // what was asked for besides, or sent back since, is looked at again before it is decided
    papers: true,
    limit: reception('P1D'),
  },
];

type Own = Pick<Kind, 'key' | 'name' | 'about' | 'fields'> & {
  papers: Paper[];
  /** What it is called once the paper is out. */
  issued: Name;
  /** Fields that are to be known as it is prepared. */
  needs?: string[];
};

/**
 * PASS-04, PASS-05: a formality of owners and users. What they bring is looked at paper by paper, the assistant prepares it, the
 * supervisor decides, and the paper issued has a number in the register. No source names a limit: ours, in reception hours.
 */
export const formality = ({ papers, issued, needs = [], ...own }: Own): Kind => ({
  ...own,
  type: 'task',
  function: 'transaction',
  icon: 'clipboard-list',
  public: true,
  urgency: 'normal',
  department: 'customer_service',
  needsPlace: true,
  needsCustomer: true,
  stages: stages(issued),
  steps: serviceSteps.slice(0, 4),
  papers: { by: PREPARES, list: papers },
  guards: { resolve: ['outcome_given', 'pass_issued'], close: ['customer_told'] },
  commitments: [complete(reception('P3D', schedule)), tellResult(reception('P1D'))],
  approvals: approvals(needs),
  visits: [],
});
