import type { z } from 'zod';
import type { Sheet } from '../platform/documents/paper.ts';
import { tallyCells } from '../report/papers/figure-papers.ts';
import type { Writing } from '../report/papers/writing.ts';
import { materialsSheet, workSheet } from './upward-paper-house.ts';
import type { UpwardView } from './upward-view.ts';
import type { summaryPageOut } from './view.ts';

type Key = Parameters<Writing['say']>[0];
type Of<Part extends keyof UpwardView> = NonNullable<UpwardView[Part]>;

/** What a report upward holds besides its figures, a sheet each. */
export function upwardSheets(writing: Writing, { upward }: z.input<typeof summaryPageOut>): Sheet[] {
  if (!upward) return [];
  const { promises, staff, causes, controlChart, techniques, improvements, proposals, keys, permits, materials, work } =
    upward;
  return [
    ...(promises ? [promisesSheet(writing, promises)] : []),
    ...(staff ? [staffSheet(writing, staff)] : []),
    ...(causes ? [causesSheet(writing, causes)] : []),
    ...(controlChart ? [chartSheet(writing, controlChart)] : []),
    ...(techniques ? [techniquesSheet(writing, techniques)] : []),
    ...(improvements ? [improvementsSheet(writing, improvements)] : []),
    ...(proposals ? [proposalsSheet(writing, proposals)] : []),
    ...(keys ? [custodySheet(writing, 'keys', KEY_COLUMNS, keys)] : []),
    ...(materials ? [materialsSheet(writing, materials)] : []),
    ...(work ? [workSheet(writing, work)] : []),
    ...(permits ? [custodySheet(writing, 'permits', PERMIT_COLUMNS, permits)] : []),
  ];
}

const texts = ({ say }: Writing, ...keys: Key[]) => keys.map((key) => ({ label: say(key) }));
const numbers = ({ say }: Writing, ...keys: Key[]) => keys.map((key) => ({ label: say(key), number: true }));

function promisesSheet(writing: Writing, promises: Of<'promises'>): Sheet {
  return {
    title: writing.say('promises'),
    columns: [...texts(writing, 'owed'), ...numbers(writing, 'number', 'numerator', 'denominator', 'before')],
    rows: promises.map((one) => [writing.name(one.name), ...tallyCells({ unit: 'share' }, one)]),
  };
}

function staffSheet(writing: Writing, staff: Of<'staff'>): Sheet {
  return {
    title: writing.say('staff'),
    columns: [
      ...texts(writing, 'person'),
      ...numbers(writing, 'answersFor', 'closed', 'keptShare', 'numerator', 'denominator', 'daysAway'),
    ],
    rows: staff.map(({ person, opened, closed, kept, daysAway }) => [
      person.name,
      opened.n,
      closed.n,
      kept.value === null ? null : { n: kept.value, as: 'percent' },
      kept.n,
      kept.of,
      { n: daysAway, as: 'decimal' },
    ]),
  };
}

function causesSheet(writing: Writing, { rows }: Of<'causes'>): Sheet {
  return {
    title: writing.say('causes'),
    columns: [
      ...texts(writing, 'cause'),
      ...numbers(writing, 'complaints', 'share', 'cumulated'),
      ...texts(writing, 'vital'),
      ...numbers(writing, 'before'),
    ],
    rows: rows.map((row) => [
      writing.name(row.name),
      row.n,
      { n: row.share, as: 'percent' },
      { n: row.cumulated, as: 'percent' },
      row.vital ? writing.say('isVital') : '',
      row.before,
    ]),
  };
}

function chartSheet(writing: Writing, { points }: Of<'controlChart'>): Sheet {
  return {
    title: writing.say('chart'),
    columns: [
      ...texts(writing, 'part'),
      ...numbers(writing, 'complaints', 'lower', 'usual', 'upper'),
      ...texts(writing, 'outside'),
    ],
    rows: points.map(({ begins, n, lower, usual, upper, out }) => [
      begins,
      n,
      { n: lower, as: 'decimal' },
      { n: usual, as: 'decimal' },
      { n: upper, as: 'decimal' },
      out ? writing.say('yes') : '',
    ]),
  };
}

function techniquesSheet(writing: Writing, techniques: Of<'techniques'>): Sheet {
  const { say, name, moment } = writing;
  return {
    title: say('techniques'),
    note: techniques.map(({ technique, used }) => `${say(technique)}: ${used.length}`).join(' · '),
    columns: texts(writing, 'technique', 'at', 'usedOn'),
    rows: techniques.flatMap(({ technique, used }) =>
      used.map((one) => [
        say(technique),
        moment(one.at),
        [one.number, one.title ?? (one.name && name(one.name)), one.begins].filter(Boolean).join(' '),
      ]),
    ),
  };
}

function improvementsSheet(writing: Writing, improvements: Of<'improvements'>): Sheet {
  const { say, name, moment } = writing;
  return {
    title: say('improvements'),
    columns: [
      ...texts(writing, 'no_', 'title', 'department', 'at', 'state'),
      ...numbers(writing, 'done', 'denominator', 'again'),
    ],
    rows: improvements.map((one) => [
      String(one.number),
      one.title,
      name(one.department?.name ?? null),
      moment(one.openedAt),
      say(one.state === 'closed' ? 'closed_' : one.state),
      one.done,
      one.measures,
      one.recurred,
    ]),
  };
}

function proposalsSheet(writing: Writing, proposals: Of<'proposals'>): Sheet {
  const { say, name, moment } = writing;
  const states = { received: 'received_', declined: 'not_carried_out' } as const;
  return {
    title: say('proposals'),
    columns: texts(writing, 'ticket', 'title', 'department', 'at', 'state', 'result'),
    rows: proposals.map((one) => [
      String(one.number),
      one.title,
      name(one.department?.name ?? null),
      moment(one.openedAt),
      say(one.state === 'received' || one.state === 'declined' ? states[one.state] : one.state),
      one.result ?? '',
    ]),
  };
}

const KEY_COLUMNS = ['received', 'inCustody', 'handedOut', 'drawn', 'overdue', 'lost'] as const;
const PERMIT_COLUMNS = ['issued', 'renewed', 'withdrawn', 'lost', 'valid'] as const;

type Beside = { n: number; before: number };
type KindRow<Column extends string> = { name: Of<'keys'>[number]['name'] } & Record<Column, Beside>;

/** Each number with that of the period before in brackets. */
function custodySheet<Column extends (typeof KEY_COLUMNS | typeof PERMIT_COLUMNS)[number]>(
  writing: Writing,
  title: 'keys' | 'permits',
  columns: readonly Column[],
  rows: readonly KindRow<Column>[],
): Sheet {
  const { say, name } = writing;
  return {
    title: say(title),
    columns: [
      ...texts(writing, 'custodyKind'),
      ...columns.flatMap((column) => [
        { label: say(`custody_${column}`), number: true },
        { label: `(${say('before')})`, number: true },
      ]),
    ],
    rows: rows.map((row) => [name(row.name), ...columns.flatMap((column) => [row[column].n, row[column].before])]),
  };
}
