import { csvText } from '../kernel/text/csv.ts';
import type { Context } from '../platform/context.ts';
import type { Download } from '../platform/http/route.ts';
import { textFile } from '../platform/http/text-file.ts';
import type { Run, RunsQuery } from './runs.ts';
import { retentionRuns } from './runs.ts';

/** The same as a file: a line for each rule and run, one without a rule for a run in which nothing went. */
export async function runsAsCsv(context: Context, filter: Omit<RunsQuery, 'after' | 'limit'>): Promise<Download> {
  const lines: string[][] = [];
  let after: string | undefined;
  do {
    const { items, next } = await retentionRuns(context, { ...filter, after, limit: 200 });
    for (const run of items) lines.push(...linesOf(run));
    after = next ?? undefined;
  } while (after !== undefined);
  const head = ['started', 'ended', 'stopped_by', 'rule', 'days', 'count', 'oldest', 'newest', 'failed'];
  const file = textFile(`what-went-${context.now.slice(0, 10)}.csv`, 'text/csv', csvText([head, ...lines]));
  return { ...file, rows: lines.length };
}

function linesOf({ startedAt, endedAt, cancelledBy, gone, failed }: Run): string[][] {
  const start = [startedAt, endedAt ?? '', cancelledBy ?? ''];
  const went = gone.map((one) => [...start, one.key, String(one.days), String(one.n), one.oldest, one.newest, '']);
  const not = failed.map((rule) => [...start, rule, '', '', '', '', 'yes']);
  return went.length + not.length > 0 ? [...went, ...not] : [[...start, '', '', '0', '', '', '']];
}
