import { z } from 'zod';
import { id, idOut, moment, momentOut, pageOf, pageQuery, wordsOut } from '../../platform/http/shapes.ts';
import { personOut } from '../../organisation/shapes.ts';
import { FUNCTIONS, TYPES } from '../../pack/functions.ts';
import { CUTS, LENGTHS } from './cut.ts';
import { BASES, UNITS } from './measure.ts';
import { MEASURE_KEYS } from './registry.ts';

export const measureKey = z.enum(MEASURE_KEYS).describe('Key of a figure: see `listMeasures`');

const only = {
  centre: id('centre').optional().describe('Only what belongs to this centre'),
  department: id('department').optional().describe('Only what belongs to this department'),
  person: id('person').optional().describe('Only what this person answers for, owes, made or received'),
  kind: z.string().max(60).optional().describe('Only of this kind, by its key'),
  type: z.enum(TYPES).optional().describe('Only of kinds of this type'),
  function: z.enum(FUNCTIONS).optional().describe('Only of kinds of this one of the seven functions'),
  channel: z.string().max(40).optional().describe('Only what came this way'),
  place: id('place').optional().describe('Only about this place and whatever stands in it'),
};
export type Only = { [Name in keyof typeof only]?: string | undefined };

const span = {
  from: moment.describe('From this moment'),
  until: moment.describe('Until before this moment'),
};

const compare = z
  .enum(['before', 'year'])
  .optional()
  .describe(
    'What each number stands beside: `before`, the week, month or quarter before this one (of any other period: as long a one just before it); `year`, the same a year earlier; left out: nothing',
  );

const field = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,59}$/)
  .optional()
  .describe("Of `choice`: key of a field of the kinds' own that has choices");

export const overviewQuery = z.strictObject({ ...span, ...only, compare });
export type OverviewQuery = z.output<typeof overviewQuery>;

export const figureQuery = z.strictObject({
  ...span,
  ...only,
  compare,
  by: z
    .enum([...LENGTHS, ...CUTS])
    .optional()
    .describe(
      'How it is cut: by time, or by whose and what it is; `age` of what is open only, `promise` of promises only; left out: the whole only',
    ),
  field,
});
export type FigureQuery = z.output<typeof figureQuery>;

export const recordsQuery = z.strictObject({
  ...span,
  ...only,
  by: z.enum(CUTS).optional().describe('With `key`: only the records of this part'),
  key: z.string().max(80).optional().describe('Key of the part; `none`: of what has none'),
  field,
  which: z
    .enum(['all', 'hit', 'missed'])
    .default('all')
    .describe('Of a share: all of the denominator, those in the numerator, or those in the denominator only'),
  ...pageQuery,
});
export type RecordsQuery = z.output<typeof recordsQuery>;

const tally = {
  n: z
    .number()
    .describe(
      'Numerator; of a plain count the count; of an average or a share of time the sum; of a working time the median',
    ),
  of: z.number().describe('Denominator: how many it is worked out of'),
  value: z
    .number()
    .nullable()
    .describe(
      'The figure: a count, a share from 0 to 1, an average, or milliseconds of working time; null: of nothing',
    ),
};
const beside = z.object(tally).nullable().describe('The same in the period it is compared with; null: with none');
const records = z.string().describe('Address of the records it counts, this API: `/api/figures/…/records?…`');

export const measureOut = z
  .object({
    key: z.string().describe('Key of the figure'),
    name: wordsOut.describe('What it is called'),
    formula: wordsOut.describe('How it is worked out, with its exceptions'),
    numerator: wordsOut.describe('What its numerator counts'),
    denominator: wordsOut.nullable().describe('What its denominator counts; null: a plain count has none'),
    basis: z
      .enum(BASES)
      .describe('By which moment a thing falls into a period; standing: as it stood at the last moment of the period'),
    unit: z.enum(UNITS).describe('What kind of number it is; working_time is a median in milliseconds'),
    better: z.enum(['more', 'less']).nullable().describe('Which way is better; null: neither'),
    cuts: z.array(z.string()).describe('What it may be cut by'),
  })
  .meta({ id: 'Measure', description: 'What a figure is' });

export const tallyOut = z.object({ ...tally, before: beside });
const wholeOut = tallyOut.extend({ records });

export const measuresOut = z.object({ items: z.array(measureOut).describe('Every figure there is') });

const compared = z
  .object({ from: momentOut.describe('Its first moment'), until: momentOut.describe('The first moment after it') })
  .nullable()
  .describe('The period it is compared with; null: none was asked for');

export const overviewOut = z.object({
  compared,
  items: z
    .array(measureOut.extend({ whole: wholeOut.describe('The figure of the whole period') }))
    .describe('Every figure there is, of the period'),
});

export const figureRowOut = z.object({
  key: z.string().nullable().describe('First day of a period, id, or key; null: of what has none'),
  name: wordsOut
    .nullable()
    .describe('What the part is called; null: of what has none, and of days, which screens name'),
  from: momentOut.nullable().describe('Of a part in time: its first moment; null: of another part'),
  until: momentOut.nullable().describe('Of a part in time: the first moment after it; null: of another part'),
  ...tally,
  before: beside,
  records,
});

export const figureOut = z.object({
  measure: measureOut,
  compared,
  whole: wholeOut.describe('The figure of the whole period'),
  rows: z.array(figureRowOut).describe('Parts, in the order of time or the most first; empty: not cut'),
});
export type FigureAnswer = z.input<typeof figureOut>;

export const recordOut = z.object({
  id: idOut('record'),
  type: z
    .enum(['ticket', 'commitment', 'return_visit', 'contact', 'call', 'telephone_state'])
    .describe('What is counted; of a commitment, the promise; telephone_state: a stretch at the telephone'),
  at: momentOut.describe('By which it falls into the period; of what stands, when it was opened or fell due'),
  hit: z.boolean().describe('It is in the numerator'),
  value: z
    .number()
    .nullable()
    .describe(
      'Mark of an average, seconds of a share of time, or milliseconds of a working time; null: of other figures',
    ),
  owed: wordsOut.nullable().describe('Of a promise: what is owed; null: of what is none'),
  conversationId: idOut('conversation')
    .nullable()
    .describe('Of an answer owed in a conversation: which; null: of others'),
  ticket: z
    .object({
      id: idOut('ticket'),
      number: z.number().describe('Short, for the phone'),
      title: z.string().describe('In a line'),
    })
    .nullable()
    .describe('The matter; null: it belongs to none'),
  kind: wordsOut.nullable().describe('What kind of matter it is; null: it belongs to none'),
  person: personOut.nullable().describe('Who answers for it, owes it, made it or received it; null: nobody'),
  department: wordsOut.nullable().describe('Whose it is; null: nobody’s'),
  place: z.string().nullable().describe('How people say where it is; null: nowhere in particular'),
});
export const recordsOut = pageOf(recordOut);
export type RecordLine = z.input<typeof recordOut>;
