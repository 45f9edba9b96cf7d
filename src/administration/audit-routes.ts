import { csvText } from '../kernel/text/csv.ts';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Download, Route } from '../platform/http/route.ts';
import { route } from '../platform/http/route.ts';
import { textFile } from '../platform/http/text-file.ts';
import { listActs } from './acts.ts';
import type { ActsQuery } from './acts-shapes.ts';
import { actsFilter, actsOut, actsQuery } from './acts-shapes.ts';
import { listLooks, looksOut, looksQuery } from './looks-view.ts';

const tag = 'Audit';

/** Acts of an export at most; a centre changes its rules a few times a week. */
const MOST = 5_000;

/** One line for each value that changed; an act that changed none has a line too. */
async function actsAsCsv(context: Context, filter: Omit<ActsQuery, 'after' | 'limit'>): Promise<Download> {
  const rows: unknown[][] = [];
  let after: string | undefined;
  do {
    const { items, next } = await listActs(context, { ...filter, limit: 200, after });
    for (const act of items) {
      const start = [
        act.at,
        act.by?.name ?? '',
        act.type,
        typeof act.what === 'string' ? act.what : act.what['zh-hans'],
        act.version,
        act.why,
      ];
      const changes = act.changes.length > 0 ? act.changes : [{ path: '', before: null, after: null }];
      rows.push(...changes.map((change) => [...start, change.path, change.before, change.after]));
    }
    after = next ?? undefined;
  } while (after !== undefined && rows.length < MOST);
  const head = ['at', 'by', 'what', 'thing', 'version', 'why', 'path', 'before', 'after'];
  const texts = rows.map((row) => row.map((value) => String(value ?? '')));
  const file = textFile(`acts-${context.now.slice(0, 10)}.csv`, 'text/csv', csvText([head, ...texts]));
  return { ...file, rows: texts.length };
}

/** Who changed what, and who looked at whose data. */
export const auditRoutes: Route[] = [
  route({
    name: 'listActs',
    method: 'GET',
    path: '/acts',
    admits: 'audit.see',
    tag,
    summary: 'The journal of administrative acts: who, when, what, why, former and new',
    query: actsQuery,
    answer: actsOut,
    handle: (context, { query }) => listActs(context, query),
  }),
  route({
    name: 'exportActs',
    method: 'GET',
    path: '/acts.csv',
    admits: 'audit.see',
    tag,
    summary: 'The same as a CSV file, a line for each value that changed; 5,000 at most',
    query: z.strictObject(actsFilter),
    sends: 'file',
    answer: z.unknown(),
    leaves: ({ query }, file) => ({
      list: 'acts',
      format: 'csv',
      narrowed: query,
      rows: (file as Download).rows ?? null,
    }),
    handle: (context, { query }) => actsAsCsv(context, query),
  }),
  route({
    name: 'listLooks',
    method: 'GET',
    path: '/looks',
    admits: 'audit.see',
    tag,
    summary: 'Who looked at whose data, by the hour',
    about:
      'Noted once a person, customer, way and hour as a page, a ticket or a search shows somebody’s data; written a few seconds later, beside the answer.',
    query: looksQuery,
    answer: looksOut,
    handle: (context, { query }) => listLooks(context, query),
  }),
];
