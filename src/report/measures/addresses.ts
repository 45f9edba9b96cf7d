import type { FigureQuery, Only } from './shapes.ts';
import type { Cut } from './cut.ts';
import type { Span } from './spans.ts';

type Part = { by?: Cut | undefined; field?: string | undefined; key?: string | null };

/** Where the records behind a number are read. */
export function recordsAddress(measure: string, span: Span, only: Only, part: Part = {}): string {
  const cut = part.key === undefined ? {} : { by: part.by, field: part.field, key: part.key ?? 'none' };
  const asked = { from: span.from, until: span.until, ...only, ...cut };
  const known = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/api/figures/${measure}/records?${new URLSearchParams(known)}`;
}

/** What narrows a figure, out of all that was asked. */
export function onlyOf(query: Only & Partial<FigureQuery>): Only {
  const { centre, department, person, kind, type, function: one, channel, place } = query;
  return { centre, department, person, kind, type, function: one, channel, place };
}
