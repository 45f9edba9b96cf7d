import { whyNotAccountsRules } from '../accounts/rules.ts';
import { whyNotBudgetRules } from '../budget/rules.ts';
import { whyNotCharging } from '../charge/items.ts';
import { whyNotContractorServices } from '../contractor/service.ts';
import { whyNotArchiveClasses, whyNotDocumentKinds } from '../document/rules.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { whyNotMaterialRules } from '../material/rules.ts';
import { whyNotMeetingSorts } from '../meeting/sort.ts';
import { whyNotAssessments, whyNotPersonnel } from '../personnel/plan.ts';
import type { ReportPost } from '../summary/plan.ts';
import { whyNotQuestionnaires } from '../survey/questionnaire.ts';
import { whyNotTrainingRules } from '../training/rules.ts';
import { twice, whyNotAgainst } from './check-names.ts';
import { whyNotCustody } from './custody.ts';
import type { Settings } from './settings-shape.ts';

type Posts = ReadonlyMap<string, ReportPost>;

/** What is wrong with how the house says that it is run, each with its path. */
export function whyNotSettingsOfHouse(settings: Settings, posts: Posts): Refusal[] {
  return [
    ...whyNotPeople(settings, posts),
    ...whyNotPapers(settings, posts),
    ...(settings.charging ? whyNotCharging(settings.charging, posts) : []),
    ...twice(settings.costKinds ?? [], 'costKinds'),
    ...whyNotBudgetRules(settings, posts),
    ...whyNotMaterialRules(settings.materials, posts),
    ...whyNotAccountsRules(settings.accounts, posts),
    ...twice(settings.contractorServices ?? [], 'contractorServices'),
    ...whyNotContractorServices(settings.contractorServices ?? []),
    ...twice(settings.custodyKinds ?? [], 'custodyKinds'),
    ...twice(settings.custodyCounts ?? [], 'custodyCounts'),
    ...whyNotCustody(settings, posts),
    ...whyNotCustomers(settings, posts),
    ...twice(settings.questionnaires ?? [], 'questionnaires'),
    ...whyNotQuestionnaires(settings.questionnaires ?? [], posts),
  ];
}

/** Those who work here: their attendance, assessment and training. */
function whyNotPeople({ attendance, assessments = [], personnel, training }: Settings, posts: Posts): Refusal[] {
  return [
    ...twice(attendance?.leaveKinds ?? [], 'attendance.leaveKinds'),
    ...(['diaryPosts', 'handoverPosts'] as const).flatMap((list) =>
      (attendance?.[list] ?? []).flatMap((post) => whyNotAgainst(posts, post, `attendance.${list}`)),
    ),
    ...twice(assessments, 'assessments'),
    ...whyNotAssessments(assessments, posts),
    ...(personnel ? whyNotPersonnel(personnel, posts) : []),
    ...whyNotTrainingRules(training, posts),
  ];
}

/** Their classes, who has them, and their archives. */
function whyNotCustomers({ customerClasses = [], custodians, customerArchive }: Settings, posts: Posts): Refusal[] {
  return [
    ...twice(customerClasses, 'customerClasses'),
    ...(custodians?.posts ?? []).flatMap((post) => whyNotAgainst(posts, post, 'custodians.posts')),
    ...twice(customerArchive?.parts ?? [], 'customerArchive.parts'),
  ];
}

function whyNotPapers(settings: Settings, posts: Posts): Refusal[] {
  const { meetings = [], liaison = [], documentKinds = [], archiveClasses = [] } = settings;
  return [
    ...twice(meetings, 'meetings'),
    ...whyNotMeetingSorts(meetings, posts),
    ...twice(liaison, 'liaison'),
    ...twice(documentKinds, 'documentKinds'),
    ...whyNotDocumentKinds(documentKinds),
    ...twice(archiveClasses, 'archiveClasses'),
    ...whyNotArchiveClasses(archiveClasses, posts),
  ];
}
