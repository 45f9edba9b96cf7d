import type { z } from 'zod';
import type { Paper, Sheet } from '../platform/documents/paper.ts';
import { measuresSheet } from '../report/papers/figure-papers.ts';
import type { Writing } from '../report/papers/writing.ts';
import { measureOf } from '../report/measures/registry.ts';
import { upwardSheets } from './upward-paper.ts';
import type { summaryPageOut } from './view.ts';

type Page = z.input<typeof summaryPageOut>;
type Key = Parameters<Writing['say']>[0];

const TITLES: Readonly<Record<string, Key>> = {
  'service week': 'weekReport',
  'service month': 'monthReport',
  'matters week': 'weekSummary',
  'matters month': 'monthSummary',
};

/** What it is called, and the first day of its period. */
function titleOf({ say, name }: Writing, { report, about, period, begins }: Page): string {
  return `${report ? name(report.name) : say(TITLES[`${about} ${period}`]!)} ${begins}`;
}

/** A report as it is sent: who owes, signed and gets it, what it came to, its figures, what was late, what is open. */
export function summaryPaper(writing: Writing, page: Page): Paper {
  const { say } = writing;
  const facts: [Key, string | null | undefined][] = [
    ['owner', page.owner?.name],
    ['due', page.dueAt && writing.moment(page.dueAt)],
    ['sentAt', page.submittedAt && writing.moment(page.submittedAt)],
    ['signed', page.signedAs],
    ['addressee', page.addresseePost ? writing.name(page.addresseePost.name) : page.addressee?.name],
    ['received', receipts(writing, page)],
  ];
  const texts: [Key, string | null][] = [
    ['text', page.text],
    ['lateBecause', page.lateBecause],
    [page.report ? 'proposed' : 'measures', page.measures],
  ];
  return {
    title: titleOf(writing, page),
    language: writing.language,
    facts: [
      ...writing.heads(page),
      ...facts.flatMap(([key, value]) => (value ? [[say(key), value] as [string, string]] : [])),
    ],
    texts: texts.flatMap(([key, text]) => (text ? [{ title: say(key), text }] : [])),
    sheets: [
      ...serviceSheets(writing, page),
      ...upwardSheets(writing, page),
      ...weekSheets(writing, page),
      ...monthSheets(writing, page),
    ],
  };
}

function receipts({ moment }: Writing, { brought }: Page): string {
  return brought
    .flatMap(({ person, receivedAt }) => (receivedAt ? [`${person.name} ${moment(receivedAt)}`] : []))
    .join(' · ');
}

function serviceSheets(writing: Writing, { service, more }: Page): Sheet[] {
  if (!service || service.figures.length === 0) return [];
  const { say, name, moment } = writing;
  return [
    measuresSheet(
      writing,
      service.figures.map((one) => ({ ...one, whole: one })),
    ),
    {
      title: say('open'),
      columns: [
        { label: say('department') },
        { label: say('number'), number: true },
        { label: say('before'), number: true },
      ],
      rows: service.open.map((one) => [name(one.name), one.n, one.before]),
    },
    {
      title: say('late'),
      note: more ? say('more', { n: service.late.length }) : undefined,
      columns: (['owed', 'ticket', 'title', 'person', 'due', 'kept', 'because'] as const).map((key) => ({
        label: say(key),
      })),
      rows: service.late.map((one) => [
        name(one.owed),
        one.number === null ? '' : String(one.number),
        one.title ?? '',
        one.owner ?? '',
        moment(one.dueAt),
        one.settledAt ? moment(one.settledAt) : say('stillOwed'),
        one.because ?? '',
      ]),
    },
  ];
}

function weekSheets({ say, name, moment }: Writing, { statistics, complaints }: Page): Sheet[] {
  if (!statistics) return [];
  const { opened, closed, kept, satisfaction } = statistics;
  const columns = [
    { label: say('figure') },
    { label: say('number'), number: true },
    { label: say('before'), number: true },
  ];
  const share = ({ n, of }: { n: number; of: number }): string => `${n} / ${of}`;
  return [
    {
      title: say('figures'),
      columns,
      rows: [
        [say('opened'), opened.n, opened.before],
        [say('closed'), closed.n, closed.before],
        [name(measureOf('kept')!.name), share(kept), share(kept.before)],
        [name(measureOf('satisfaction')!.name), satisfaction.average, satisfaction.before],
        ...statistics.byDepartment.map((one) => [name(one.name), one.n, one.before]),
        ...statistics.byChoice.flatMap(({ counts }) => counts.map((one) => [name(one.name), one.n, one.before])),
      ],
    },
    {
      title: say('complaints'),
      columns: (['ticket', 'title', 'opened', 'realCause', 'outcome'] as const).map((key) => ({ label: say(key) })),
      rows: complaints.map((one) => [
        String(one.number),
        one.title,
        moment(one.openedAt),
        one.realCause,
        one.outcome ?? '',
      ]),
    },
  ];
}

function monthSheets({ say, moment }: Writing, { special }: Page): Sheet[] {
  if (!special) return [];
  return [
    {
      title: say('records'),
      columns: (['sort', 'at', 'ticket', 'title', 'said'] as const).map((key) => ({ label: say(key) })),
      rows: special.situations.map((one) => [one.sort, moment(one.at), String(one.number), one.title, one.words ?? '']),
    },
  ];
}
