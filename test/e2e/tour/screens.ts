import type { STAFF } from '../../../src/demo/staff.ts';

type Username = (typeof STAFF)[number]['username'] | 'admin';

/** Reads the API as whoever stands before the screen. */
export type Ask = (path: string) => Promise<unknown>;

/** One screen of the product as somebody sees it in the demo centre. */
export type Screen = {
  /** Its address in the map of routes: `/tickets/$id`. */
  of: string;
  /** What its picture is called. */
  name: string;
  /** Whose screen it is; nobody: it is seen before signing in. */
  as: Username | null;
  /** Where one of its things is found; left out: its address has no gap. */
  at?: (ask: Ask) => Promise<string>;
  /** Made for a telephone. */
  phone?: true;
};

type Listed = { items: { id: string; [key: string]: unknown }[] };

/** The first of a list that is as wanted: the tour says so where the demo has none. */
async function firstOf(ask: Ask, list: string, wanted: (item: Listed['items'][number]) => boolean = () => true) {
  const { items } = (await ask(list)) as Listed;
  const found = items.find(wanted);
  if (!found) throw new Error(`the demo has nothing to show of ${list}`);
  return found.id;
}

const thingOf =
  (before: string, list: string, after = '') =>
  async (ask: Ask): Promise<string> =>
    `${before}/${await firstOf(ask, list)}${after}`;

/** The desk's leak in which the most has happened. */
async function leak(ask: Ask): Promise<string> {
  const { person } = (await ask('session')) as { person: { id: string } };
  const { items } = (await ask(`tickets?kind=leak&owner=${person.id}&limit=50`)) as Listed;
  const [most] = items.toSorted((one, other) => Number(other['version']) - Number(one['version']));
  if (!most) throw new Error('the desk has no open leak');
  return `/tickets/${most.id}`;
}

/** Of somebody of whom something stands there. */
async function staffFile(ask: Ask): Promise<string> {
  const { items } = (await ask('staff/records?sort=breach')) as { items: { person: { id: string } }[] };
  return `/staff/members/${items[0]!.person.id}`;
}

async function debtor(ask: Ask): Promise<string> {
  const { items } = (await ask('dunnings')) as { items: { customer: { id: string } }[] };
  if (!items[0]) throw new Error('the demo has nobody who owes');
  return `/charges/pay?customer=${items[0].customer.id}`;
}

/** Of a customer who has one. */
async function customerArchive(ask: Ask): Promise<string> {
  const { items } = (await ask('customer-archives')) as { items: { archive: { id: string } | null }[] };
  const found = items.find(({ archive }) => archive !== null);
  if (!found) throw new Error('the demo has no archive of a customer');
  return `/customer-archives/${found.archive!.id}`;
}

async function spotCheckPlan(ask: Ask): Promise<string> {
  const { items } = (await ask('spot-check-plans')) as { items: { plan: { key: string } }[] };
  return `/quality/plans/${items[0]!.plan.key}`;
}

/** Every screen of the product, in the order of the map; a test sees that none is missing. */
export const SCREENS: readonly Screen[] = [
  { of: '/sign-in', name: 'sign-in', as: null },
  { of: '/c', name: 'customer-page', as: null, phone: true },
  { of: '/c/case', name: 'customer-case', as: null, phone: true },
  { of: '/c/survey', name: 'customer-survey', as: null, phone: true },
  { of: '/wall', name: 'wall', as: 'manager' },
  { of: '/my-work', name: 'my-work', as: 'desk' },
  { of: '/notifications', name: 'notifications', as: 'desk' },
  { of: '/front-desk', name: 'front-desk', as: 'desk' },
  { of: '/front-desk/often', name: 'often-asked', as: 'manager' },
  { of: '/shift-notes', name: 'shift-notes', as: 'desk' },
  { of: '/shift-notes/new', name: 'shift-note-new', as: 'desk' },
  { of: '/shift-notes/$noteId', name: 'shift-note', as: 'desk', at: thingOf('/shift-notes', 'shift-notes') },
  { of: '/disturbances', name: 'disturbances', as: 'desk' },
  { of: '/staff/attendance', name: 'attendance', as: 'desk' },
  { of: '/staff/attendance', name: 'attendance-rota', as: 'manager', at: async () => '/staff/attendance?view=rota' },
  { of: '/staff/attendance', name: 'attendance-list', as: 'manager', at: async () => '/staff/attendance?view=list' },
  { of: '/staff/attendance', name: 'attendance-leave', as: 'manager', at: async () => '/staff/attendance?view=leave' },
  { of: '/staff/attendance', name: 'work-diary', as: 'desk2', at: async () => '/staff/attendance?view=diary' },
  { of: '/staff/attendance', name: 'wages', as: 'office', at: async () => '/staff/attendance?view=wages' },
  { of: '/staff/attendance', name: 'attendance-month', as: 'office', at: async () => '/staff/attendance?view=month' },
  { of: '/emergency', name: 'emergency-dispatch', as: 'supervisor' },
  {
    of: '/emergency',
    name: 'emergency-orders',
    as: 'supervisor',
    at: async () => '/emergency?view=orders',
  },
  { of: '/contractors', name: 'contractors', as: 'manager' },
  {
    of: '/contractors',
    name: 'contractor-figures',
    as: 'manager',
    at: async () => '/contractors?view=figures&period=year',
  },
  { of: '/contractors/$id', name: 'contractor', as: 'manager', at: thingOf('/contractors', 'contractors') },
  { of: '/papers', name: 'papers', as: 'manager' },
  {
    of: '/papers/meetings/$id',
    name: 'meeting',
    as: 'manager',
    at: thingOf('/papers/meetings', 'meetings?state=closed'),
  },
  {
    of: '/papers/documents/$id',
    name: 'document',
    as: 'manager',
    at: thingOf('/papers/documents', 'documents?state=approved'),
  },
  { of: '/papers/bodies/$id', name: 'liaison-body', as: 'desk', at: thingOf('/papers/bodies', 'liaison-bodies') },
  { of: '/papers/matters/$id', name: 'liaison-matter', as: 'desk', at: thingOf('/papers/matters', 'liaison-matters') },
  { of: '/services', name: 'services', as: 'manager' },
  { of: '/knowledge', name: 'knowledge', as: 'desk' },
  { of: '/knowledge', name: 'knowledge-reviews', as: 'supervisor', at: async () => '/knowledge?view=reviews' },
  { of: '/knowledge', name: 'knowledge-readings', as: 'manager', at: async () => '/knowledge?view=readings' },
  { of: '/knowledge', name: 'knowledge-standards', as: 'manager', at: async () => '/knowledge?view=standards' },
  { of: '/knowledge', name: 'knowledge-processes', as: 'manager', at: async () => '/knowledge?view=processes' },
  { of: '/knowledge', name: 'knowledge-tests', as: 'manager', at: async () => '/knowledge?view=tests' },
  { of: '/knowledge', name: 'knowledge-amendments', as: 'manager', at: async () => '/knowledge?view=amendments' },
  { of: '/knowledge/new', name: 'article-new', as: 'supervisor' },
  { of: '/knowledge/$id', name: 'article', as: 'manager', at: thingOf('/knowledge', 'articles?sort=rules') },
  {
    of: '/knowledge/$id/edit',
    name: 'article-edit',
    as: 'manager',
    at: thingOf('/knowledge', 'articles?sort=rules', '/edit'),
  },
  {
    of: '/knowledge/$id/test',
    name: 'article-test',
    as: 'manager',
    at: thingOf('/knowledge', 'articles/tests', '/test'),
  },
  {
    of: '/c/articles/$id',
    name: 'customer-article',
    as: null,
    phone: true,
    at: thingOf('/c/articles', 'public/articles'),
  },
  { of: '/tickets', name: 'tickets', as: 'supervisor' },
  { of: '/tickets/$id', name: 'ticket', as: 'desk', at: leak },
  { of: '/contacts', name: 'contacts', as: 'desk' },
  { of: '/telephone', name: 'telephone', as: 'desk' },
  { of: '/rota', name: 'rota', as: 'supervisor' },
  { of: '/calls', name: 'calls', as: 'desk' },
  { of: '/messages', name: 'messages', as: 'desk' },
  {
    of: '/messages/$conversationId',
    name: 'conversation',
    as: 'desk',
    at: thingOf('/messages', 'conversations?state=waiting'),
  },
  { of: '/dispatch', name: 'dispatch', as: 'supervisor' },
  { of: '/registers', name: 'registers', as: 'manager' },
  { of: '/macros', name: 'macros', as: 'supervisor' },
  { of: '/unsent', name: 'unsent', as: 'plumber', phone: true },
  { of: '/worker', name: 'worker', as: 'plumber', phone: true },
  { of: '/work-orders', name: 'work-orders', as: 'maintenance' },
  {
    of: '/work-orders/$orderId',
    name: 'work-order',
    as: 'plumber',
    phone: true,
    at: thingOf('/work-orders', 'work-orders'),
  },
  { of: '/return-visits', name: 'return-visits', as: 'desk' },
  { of: '/return-visits/$visitId', name: 'return-visit', as: 'desk', at: thingOf('/return-visits', 'return-visits') },
  { of: '/notices', name: 'notices', as: 'manager' },
  { of: '/notices/$noticeId', name: 'notice', as: 'manager', at: thingOf('/notices', 'notices') },
  { of: '/rounds', name: 'rounds', as: 'desk2' },
  { of: '/rounds/$roundId', name: 'round', as: 'desk2', phone: true, at: thingOf('/rounds', 'rounds') },
  { of: '/rounds', name: 'rounds-record', as: 'manager', at: async () => '/rounds?view=record' },
  { of: '/rounds', name: 'rounds-findings', as: 'manager', at: async () => '/rounds?view=findings' },
  { of: '/rounds', name: 'rounds-vacant', as: 'manager', at: async () => '/rounds?view=vacant' },
  { of: '/rounds', name: 'rounds-plans', as: 'manager', at: async () => '/rounds?view=plans' },
  { of: '/day-plan', name: 'day-plan', as: 'supervisor' },
  { of: '/day-plan/plans', name: 'work-plans', as: 'manager' },
  { of: '/day-plan/plans/$planId', name: 'work-plan', as: 'manager', at: thingOf('/day-plan/plans', 'work-plans') },
  { of: '/day-plan/duties', name: 'duties-confirmed', as: 'supervisor' },
  { of: '/quality', name: 'quality', as: 'manager' },
  { of: '/quality', name: 'quality-actions', as: 'manager', at: async () => '/quality?view=actions' },
  { of: '/quality', name: 'quality-repeated', as: 'manager', at: async () => '/quality?view=repeated' },
  { of: '/quality', name: 'quality-feedback', as: 'manager', at: async () => '/quality?view=feedback' },
  { of: '/quality', name: 'quality-reviews', as: 'manager', at: async () => '/quality?view=reviews' },
  { of: '/quality', name: 'quality-errors', as: 'manager', at: async () => '/quality?view=errors' },
  { of: '/quality', name: 'quality-declined', as: 'manager', at: async () => '/quality?view=declined' },
  { of: '/quality', name: 'quality-share', as: 'manager', at: async () => '/quality?view=share' },
  { of: '/quality', name: 'quality-plans', as: 'manager', at: async () => '/quality?view=plans' },
  { of: '/quality/checks/$id', name: 'spot-check', as: 'manager', at: thingOf('/quality/checks', 'spot-checks') },
  { of: '/quality/plans/$key', name: 'spot-check-plan', as: 'manager', at: spotCheckPlan },
  { of: '/quality/actions/new', name: 'action-new', as: 'manager' },
  { of: '/quality/actions/$id', name: 'action', as: 'manager', at: thingOf('/quality/actions', 'improvements') },
  { of: '/board', name: 'board', as: 'manager' },
  { of: '/board/clocks', name: 'board-clocks', as: 'manager', at: async () => '/board/clocks?which=late' },
  { of: '/figures', name: 'figures', as: 'manager' },
  { of: '/figures', name: 'figures-causes', as: 'manager', at: async () => '/figures?view=causes' },
  { of: '/figures', name: 'figures-parts', as: 'manager', at: async () => '/figures?view=parts' },
  { of: '/budget', name: 'budget', as: 'maintenance' },
  { of: '/budget', name: 'budget-expenses', as: 'maintenance', at: async () => '/budget?view=expenses' },
  { of: '/budget', name: 'budget-approvals', as: 'manager', at: async () => '/budget?view=waiting' },
  { of: '/materials', name: 'materials', as: 'supervisor' },
  { of: '/materials', name: 'material-requests', as: 'manager', at: async () => '/materials?view=requests' },
  { of: '/materials', name: 'material-stock', as: 'supervisor', at: async () => '/materials?view=stock' },
  { of: '/materials', name: 'material-ledger', as: 'supervisor', at: async () => '/materials?view=entries' },
  { of: '/materials', name: 'department-plans', as: 'maintenance', at: async () => '/materials?view=costs' },
  {
    of: '/budget/accounts/$id',
    name: 'accounts',
    as: 'finance',
    at: thingOf('/budget/accounts', 'accounts?state=published'),
  },
  { of: '/summaries', name: 'summaries', as: 'manager' },
  { of: '/summaries/days', name: 'days', as: 'supervisor' },
  { of: '/summaries/days/$id', name: 'day', as: 'supervisor', at: thingOf('/summaries/days', 'daily-records') },
  { of: '/summaries/$id', name: 'summary', as: 'manager', at: thingOf('/summaries', 'summaries') },
  { of: '/customers', name: 'customers', as: 'desk' },
  { of: '/customers/new', name: 'customer-new', as: 'desk' },
  { of: '/customers/$id', name: 'customer', as: 'desk', at: thingOf('/customers', 'customers') },
  { of: '/customers/$id/edit', name: 'customer-edit', as: 'desk', at: thingOf('/customers', 'customers', '/edit') },
  { of: '/charges', name: 'charges', as: 'supervisor' },
  { of: '/charges', name: 'charges-overdue', as: 'supervisor', at: async () => '/charges?view=dunning' },
  { of: '/charges', name: 'charges-deliveries', as: 'supervisor', at: async () => '/charges?view=deliveries' },
  { of: '/charges', name: 'charges-arrears', as: 'supervisor', at: async () => '/charges?view=arrears' },
  { of: '/charges/bill', name: 'charges-bill', as: 'supervisor' },
  { of: '/charges/pay', name: 'charges-pay', as: 'desk', at: debtor },
  { of: '/charges/runs/$id', name: 'charges-run', as: 'supervisor', at: thingOf('/charges/runs', 'charge-runs') },
  {
    of: '/charges/dunning/$id',
    name: 'charges-dunning',
    as: 'supervisor',
    at: thingOf('/charges/dunning', 'dunnings'),
  },
  { of: '/charges/$id', name: 'charges-one', as: 'supervisor', at: thingOf('/charges', 'charges') },
  { of: '/custodians', name: 'custodians', as: 'supervisor' },
  { of: '/custodians/propose', name: 'custodians-propose', as: 'supervisor' },
  { of: '/customer-archives', name: 'customer-archives', as: 'supervisor' },
  { of: '/customer-archives/$id', name: 'customer-archive', as: 'supervisor', at: customerArchive },
  { of: '/outreach', name: 'outreach', as: 'supervisor' },
  { of: '/outreach/new', name: 'outreach-new', as: 'supervisor' },
  { of: '/outreach/$id', name: 'outreach-one', as: 'supervisor', at: thingOf('/outreach', 'outreaches') },
  { of: '/surveys', name: 'surveys', as: 'supervisor' },
  { of: '/surveys/questionnaires', name: 'questionnaires', as: 'manager' },
  {
    of: '/surveys/$id',
    name: 'survey',
    as: 'supervisor',
    at: thingOf('/surveys', 'surveys?state=running', '?view=results'),
  },
  {
    of: '/surveys/$id/answers',
    name: 'survey-answers',
    as: 'supervisor',
    at: thingOf('/surveys', 'surveys?state=running', '/answers?question=repairs&low=true'),
  },
  { of: '/receipts', name: 'receipts', as: 'desk2' },
  { of: '/staff', name: 'staff', as: 'manager' },
  { of: '/staff/members/$id', name: 'staff-file', as: 'manager', at: staffFile },
  { of: '/staff/assessments', name: 'staff-assessments', as: 'manager' },
  {
    of: '/staff/assessments',
    name: 'staff-results',
    as: 'manager',
    at: async () => '/staff/assessments?state=submitted',
  },
  {
    of: '/staff/assessments/$id',
    name: 'staff-assessment',
    as: 'manager',
    at: thingOf('/staff/assessments', 'staff/assessments'),
  },
  { of: '/staff/records', name: 'staff-records', as: 'manager' },
  { of: '/staff/moves', name: 'staff-moves', as: 'deputy' },
  { of: '/staff/moves/new', name: 'staff-propose', as: 'manager' },
  { of: '/staff/moves/$id', name: 'staff-move', as: 'deputy', at: thingOf('/staff/moves', 'staff/moves?state=open') },
  { of: '/staff/structure', name: 'staff-structure', as: 'manager' },
  { of: '/staff/training', name: 'training', as: 'manager' },
  { of: '/staff/training', name: 'training-needs', as: 'manager', at: async () => '/staff/training?view=needs' },
  { of: '/staff/training', name: 'training-figures', as: 'manager', at: async () => '/staff/training?view=figures' },
  { of: '/staff/training/new', name: 'training-new', as: 'manager' },
  {
    of: '/staff/training/sessions/$id',
    name: 'training-session',
    as: 'manager',
    at: thingOf('/staff/training/sessions', 'training/sessions?state=held'),
  },
  {
    of: '/staff/training/paths/$id',
    name: 'training-path',
    as: 'manager',
    at: thingOf('/staff/training/paths', 'training/paths'),
  },
  {
    of: '/staff/training/people/$id',
    name: 'training-record',
    as: 'manager',
    at: async (ask) => {
      const { items } = (await ask('training/needs?all=true&sort=course')) as { items: { person: { id: string } }[] };
      return `/staff/training/people/${items[0]!.person.id}`;
    },
  },
  { of: '/custody', name: 'custody', as: 'desk' },
  { of: '/custody', name: 'custody-issued', as: 'desk', at: async () => '/custody?view=issued' },
  { of: '/tickets/$id', name: 'formality', as: 'desk2', at: thingOf('/tickets', 'tickets?kind=management_formality') },
  { of: '/tickets/$id', name: 'one-stop', as: 'desk2', at: thingOf('/tickets', 'tickets?kind=one_stop') },
  { of: '/custody/$id', name: 'custody-thing', as: 'desk', at: thingOf('/custody', 'custody?state=drawn') },
  {
    of: '/custody/counts/$id',
    name: 'custody-count',
    as: 'supervisor',
    at: thingOf('/custody/counts', 'custody-counts?state=differences'),
  },
  { of: '/places', name: 'places', as: 'desk' },
  { of: '/places/$id', name: 'place', as: 'desk', at: thingOf('/places', 'places') },
  { of: '/administration/people', name: 'people', as: 'admin' },
  { of: '/administration/people/new', name: 'person-new', as: 'admin' },
  { of: '/administration/people/$id', name: 'person', as: 'admin', at: thingOf('/administration/people', 'people') },
  {
    of: '/administration/people/$id/edit',
    name: 'person-edit',
    as: 'admin',
    at: thingOf('/administration/people', 'people', '/edit'),
  },
  { of: '/administration/posts', name: 'posts', as: 'admin' },
  { of: '/administration/posts/$id', name: 'post', as: 'admin', at: thingOf('/administration/posts', 'posts') },
  { of: '/administration/customer-page', name: 'customer-page-edit', as: 'manager' },
  { of: '/administration/departments', name: 'departments', as: 'admin' },
  { of: '/administration/calendars', name: 'calendars', as: 'admin' },
  {
    of: '/administration/calendars/$id',
    name: 'calendar',
    as: 'admin',
    at: thingOf('/administration/calendars', 'calendars'),
  },
  { of: '/administration/limits', name: 'limits', as: 'admin' },
  { of: '/administration/limits/$key', name: 'limits-of', as: 'admin', at: async () => '/administration/limits/leak' },
  { of: '/administration/kinds', name: 'kinds', as: 'admin' },
  { of: '/administration/kinds/$key', name: 'kind', as: 'admin', at: async () => '/administration/kinds/leak' },
  { of: '/administration/words', name: 'own-words', as: 'admin' },
  { of: '/administration/phrases', name: 'phrases', as: 'admin' },
  { of: '/administration/milestones', name: 'milestones', as: 'admin' },
  { of: '/administration/configuration', name: 'configuration', as: 'admin' },
  { of: '/administration/pack', name: 'pack', as: 'admin' },
  { of: '/administration/journal', name: 'journal', as: 'admin' },
  { of: '/administration/looks', name: 'looks', as: 'admin' },
  { of: '/administration/taken-out', name: 'taken-out', as: 'admin' },
  { of: '/imports', name: 'imports', as: 'admin' },
  { of: '/administration/webhooks', name: 'webhooks', as: 'admin' },
  { of: '/administration/telephone', name: 'administration-telephone', as: 'admin' },
  { of: '/administration/channels', name: 'channels', as: 'admin' },
  { of: '/administration/security', name: 'security', as: 'admin' },
  {
    of: '/administration/security/reviews/$id',
    name: 'token-review',
    as: 'admin',
    at: thingOf('/administration/security/reviews', 'token-reviews'),
  },
  { of: '/administration/privacy', name: 'privacy', as: 'admin' },
  { of: '/account', name: 'account', as: 'desk' },
];
