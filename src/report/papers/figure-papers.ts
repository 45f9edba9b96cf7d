import type { z } from 'zod';
import { moneyText } from '../../kernel/money.ts';
import type { Cell, Column, Paper, Sheet } from '../../platform/documents/paper.ts';
import type { Causes } from '../measures/causes-shapes.ts';
import type { partsOut } from '../measures/parts.ts';
import type { FigureAnswer, measureOut, overviewOut, RecordLine } from '../measures/shapes.ts';
import type { Span } from '../measures/spans.ts';
import type { Writing } from './writing.ts';
import { numeratorCell, valueCell } from './writing.ts';

type Measure = z.input<typeof measureOut>;
type Tally = FigureAnswer['whole'];

/** The columns of a table of figures, after its first. */
function tallyColumns({ say }: Writing): Column[] {
  return (['number', 'numerator', 'denominator', 'before'] as const).map((key) => ({ label: say(key), number: true }));
}

export function tallyCells({ unit }: Pick<Measure, 'unit'>, { n, of, value, before }: Omit<Tally, 'records'>): Cell[] {
  return [
    valueCell(unit, value),
    numeratorCell(unit, n),
    unit === 'count' ? null : of,
    valueCell(unit, before?.value ?? null),
  ];
}

/** Every figure in a line, with how it is counted. */
export function measuresSheet(
  writing: Writing,
  items: readonly (Measure & { whole: Omit<Tally, 'records'> })[],
): Sheet {
  const { say, name } = writing;
  return {
    title: say('figures'),
    columns: [{ label: say('figure') }, ...tallyColumns(writing), { label: say('formula') }],
    rows: items.map((one) => [name(one.name), ...tallyCells(one, one.whole), name(one.formula)]),
  };
}

export function overviewPaper(writing: Writing, span: Span, { items, compared }: z.input<typeof overviewOut>): Paper {
  return {
    title: writing.say('figures'),
    language: writing.language,
    facts: writing.heads(span, compared),
    texts: [],
    sheets: [measuresSheet(writing, items)],
  };
}

export function figurePaper(writing: Writing, span: Span, { measure, whole, rows, compared }: FigureAnswer): Paper {
  const { say, name } = writing;
  const partName = (row: FigureAnswer['rows'][number]): string =>
    row.from === null ? name(row.name) : writing.moment(row.from).slice(0, 10);
  return {
    title: name(measure.name),
    language: writing.language,
    facts: [...writing.heads(span, compared), [say('formula'), name(measure.formula)]],
    texts: [],
    sheets: [
      {
        title: name(measure.name),
        note: measure.denominator
          ? `${name(measure.numerator)} / ${name(measure.denominator)}`
          : name(measure.numerator),
        columns: [{ label: say('part') }, ...tallyColumns(writing)],
        rows: [
          ...rows.map((row) => [partName(row), ...tallyCells(measure, row)]),
          [say('whole'), ...tallyCells(measure, whole)],
        ],
      },
    ],
  };
}

export function partsPaper(writing: Writing, span: Span, parts: z.input<typeof partsOut>): Paper {
  const { say, name } = writing;
  const { measures, money } = parts;
  const due = (amount: number | undefined): Cell[] => (money ? [moneyText(amount ?? 0)] : []);
  const cells = (of: (typeof parts)['whole']): Cell[] =>
    of.flatMap((cell, at) => [
      valueCell(measures[at]!.unit, cell.value),
      ...(measures[at]!.unit === 'count' ? [] : [cell.of]),
    ]);
  return {
    title: say('parts'),
    language: writing.language,
    facts: writing.heads(span, parts.compared),
    texts: [],
    sheets: [
      {
        title: say('parts'),
        note: measures.map((one) => `${name(one.name)}: ${name(one.formula)}`).join(' '),
        columns: [
          { label: say('part') },
          ...measures.flatMap((one) => [
            { label: name(one.name), number: true },
            ...(one.unit === 'count' ? [] : [{ label: `${say('denominator')}: ${name(one.name)}`, number: true }]),
          ]),
          ...(money ? [{ label: `${say('moneyDue')} (${money.currency})`, number: true }] : []),
        ],
        rows: [
          ...parts.rows.map((row, at) => [name(row.name), ...cells(row.cells), ...due(money?.rows[at]?.due)]),
          [say('whole'), ...cells(parts.whole), ...due(money?.whole)],
        ],
      },
    ],
  };
}

/** In order, the shares so far beside them, the vital few marked. */
export function causesPaper(writing: Writing, span: Span, causes: Causes): Paper {
  const { say, name } = writing;
  const rate = ({ n, of, value }: Causes['perTickets']): string =>
    value === null ? '–' : say('rate', { rate: Math.round(value * 100) / 100, n, of });
  return {
    title: say('causes'),
    language: writing.language,
    facts: [
      ...writing.heads(span, causes.compared),
      [say('complaints'), String(causes.total)],
      [say('perTickets'), rate(causes.perTickets)],
      [say('perHouseholds'), rate(causes.perHouseholds)],
    ],
    texts: [],
    sheets: [
      {
        title: say('causes'),
        columns: [
          { label: say('cause') },
          ...(['complaints', 'share', 'cumulated'] as const).map((key) => ({ label: say(key), number: true })),
          { label: say('vital') },
          { label: say('before'), number: true },
          { label: say('perTickets'), number: true },
        ],
        rows: causes.rows.map((row) => [
          name(row.name),
          row.n,
          { n: row.share, as: 'percent' },
          { n: row.cumulated, as: 'percent' },
          row.vital ? say('isVital') : '',
          row.before,
          perHundred(row.perTickets),
        ]),
      },
    ],
  };
}

function perHundred(rate: Causes['rows'][number]['perTickets']): Cell {
  return rate === null || rate.value === null ? null : { n: rate.value, as: 'decimal' };
}

export type Listed = { measure: Measure; items: readonly RecordLine[]; more: boolean };

/** The records behind a number, as many as a paper of its format holds. */
export function recordsPaper(writing: Writing, span: Span, { measure, items, more }: Listed): Paper {
  const { say, name } = writing;
  const valued = measure.unit !== 'count' && measure.unit !== 'share';
  return {
    title: `${name(measure.name)} · ${say('records')}`,
    language: writing.language,
    facts: [...writing.heads(span), [say('formula'), name(measure.formula)]],
    texts: [],
    sheets: [
      {
        title: say('records'),
        note: more ? say('more', { n: items.length }) : undefined,
        columns: [
          { label: say('ticket'), number: true },
          ...(['title', 'owed', 'kind', 'at', 'place', 'person', 'department'] as const).map((key) => ({
            label: say(key),
          })),
          { label: valued ? say('number') : say('counts'), number: valued },
        ],
        rows: items.map((row) => [
          row.ticket ? String(row.ticket.number) : '',
          row.ticket?.title ?? '',
          row.owed ? name(row.owed) : '',
          row.kind ? name(row.kind) : '',
          writing.moment(row.at),
          row.place ?? '',
          row.person?.name ?? '',
          row.department ? name(row.department) : '',
          valued
            ? valueCell(measure.unit === 'time_share' ? 'count' : measure.unit, row.value)
            : row.hit
              ? say('yes')
              : say('no'),
        ]),
      },
    ],
  };
}
