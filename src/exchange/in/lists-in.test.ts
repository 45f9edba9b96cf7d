import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LISTS } from '../lists.ts';
import type { ListKey } from './keys.ts';
import { LIST_KEYS } from './keys.ts';
import { LISTS_IN } from './lists-in.ts';

/** Goes out, and comes in as rows of another list: a matter of its kind. */
const COMES_IN_AS: Record<string, ListKey> = {
  disputes: 'tickets',
  proposals: 'tickets',
  accounts: 'account-lines',
};

/** Goes out, and does not come in: why. */
const NOT_TAKEN_IN: Record<string, string> = {
  'work-orders': 'work for other hands under a matter; sent from the matter once that has come in, to who is here now',
  compliments:
    'a matter that was passed on to whom it praises; brought in as a ticket of its kind, it is passed on from there',
  'return-visits': 'owed by the rules of a kind as a matter is settled here',
  'return-visits-record': 'what a customer said of a matter settled here, on a slip that is signed',
  'return-visits-unsigned': 'slips that wait for a signature here',
  'visit-share-complaints': 'counted from complaints closed here',
  notices: 'an order with a number and a deadline, signed for and answered here',
  summaries: 'counted here, signed and submitted',
  'board-clocks': 'clocks, which follow from their matters',
  'spot-checks': 'drawn at random here; a sample from elsewhere proves nothing of this population',
  improvements: 'hangs on records here, with measures that several people owe; opened by hand',
  feedback: 'given to whoever can change something, who answers; a copy would be asked for an answer again',
  rounds: 'owed by a checklist and walked line by line',
  'round-findings': 'written down line by line on rounds that are owed here',
  vacancies: 'each begins its inspections here; listed by hand, with who is on file there looked at',
  'work-plans': 'taken over whole, with its items, who gave it and who reports back; its items come in as `work-items`',
  'shift-notes': 'what stood as one shift ended, accepted by the next',
  'daily-records': 'made here from the problems of the day, and acknowledged',
  looks: 'the journal of who looked',
  calls: 'what an exchange told of each call; a call of the past comes in as a contact',
  'quality-reviews': 'scored here by somebody who saw it, line by line',
  errors: 'logged here by whoever found it, and counted from then on',
  conversations: 'what was written to us, as it came by its channel; a letter of the past comes in as a contact',
  articles: 'texts of many paragraphs in several languages, written, read and published here',
  article_reviews: 'owed here, of articles that stand here',
  processes: 'read and passed here, by whoever does it himself',
  'declined-requests': 'declined and reviewed here, on tickets that stand here',
  article_amendments: 'proposed here to an article that stands here, and decided',
  charges: 'entries of a ledger: charged here by a period, a work order or one by one, and never changed',
  'charge-runs': 'billed here in one act, to whoever pays; billed again it would be owed twice',
  'charge-notices': 'what was told to whom of a bill, as it went out',
  'charge-receipts':
    'numbered here without gaps as the money was taken; a receipt from elsewhere has a number of its own',
  dunnings: 'follows by itself from what is overdue',
  'charge-deliveries': 'computed from the receipts, delivered and confirmed here',
  outreaches: 'begun here, of customers who stand here; sent again it would write to each again',
  'outreach-contacts': 'what was written and said to each as an outreach went on; of the past it comes in as a contact',
  'customers-in-charge': 'given here, each with a first contact that is owed from then on',
  'custodian-contacts': 'owed here after a customer was given; of the past they come in as contacts',
  'customer-archives': 'set up and filed here, paper by paper',
  'custody-entries': 'entered here, each from whoever holds the thing; what is there already comes in as `custody`',
  'custody-issued': 'issued here on applications that stand here; papers from before come in as `custody`',
  'custody-counts': 'counted here against the book of this house',
  meetings: 'called here, with members who are told and answer',
  'meeting-dues': 'owed period by period by the sorts of meeting of the house',
  'meeting-items': 'left by a meeting that was held here; they come in as `work-items`',
  documents: 'drafted, approved, numbered or filed here by whoever may',
  'liaison-bodies': 'kept here, each by somebody of ours',
  'liaison-matters': 'begun here, with a next step that is owed',
  'liaison-dealings': 'logged under matters that stand here',
  contractors: 'kept here, each with somebody of ours who owes its checks',
  'contractor-checks': 'made here point by point, with what each asked',
  'contractor-dues': 'owed period by period by the services of the house',
  'contractor-faults': 'asked by a check that was made here',
  'dispatch-orders': 'given here to people on duty, and taken by them',
  receipts: 'of a notice that was approved here, a receipt for each household it reached',
  'budget-lines': 'drawn up in versions and approved here; what was spent is counted',
  expenses: 'held to a budget here, approved beyond it, and only added to',
  materials: 'a register short enough to be written down here; what lies in stock is counted from the ledger',
  'material-requests': 'asked for here, and approved by whoever may',
  'material-entries': 'entered here, on what was approved; only added to',
  surveys: 'planned, confirmed and drawn here, round by round',
  'survey-receivers': 'drawn here by a recorded seed',
  'survey-answers': 'given under a receiver who was drawn here; of paper they are typed in at his line',
  attendance: 'marks as they were made here, by the clock of the server',
  'attendance-month': 'reckoned from the marks of the month, and reviewed here',
  leaves: 'asked and decided here',
  diaries: 'drawn up from what was done here, and closed by whoever did it',
  wages: 'computed from the reviewed month',
  'training-sessions': 'planned here, with members who are told and a planner who owes them',
  'training-needs': 'computed from posts, courses and results',
  'training-figures': 'counted from sessions held here',
  'training-hours': 'counted from sessions that were attended here',
  'training-paths': 'walked here, each step signed by coach and member',
  'skill-mastery': 'judged here, each result with its day and who judged',
  'token-reviews': 'the review of tokens of this house',
};

test('every list that goes out comes in as well, or comes as another, or it is said why not', () => {
  const out = LISTS.map(({ key }) => key);
  const ways = (key: string) =>
    [LIST_KEYS.includes(key as ListKey), key in COMES_IN_AS, key in NOT_TAKEN_IN].filter(Boolean).length;
  assert.deepEqual(
    out.filter((key) => ways(key) !== 1),
    [],
  );
  const known = new Set(out);
  assert.deepEqual(
    [...Object.keys(COMES_IN_AS), ...Object.keys(NOT_TAKEN_IN)].filter((key) => !known.has(key)),
    [],
    'a list that goes out no more',
  );
});

test('every list that comes in has its key, its words and columns that are told apart', () => {
  assert.deepEqual(LISTS_IN.map(({ key }) => key).toSorted(), LIST_KEYS.toSorted());
  for (const { key, fields } of LISTS_IN)
    for (const language of ['en', 'zh-hans', 'zh-hant'] as const) {
      const names = fields.map(({ name }) => name[language]);
      assert.equal(new Set(names).size, names.length, `${key} ${language}`);
    }
});
