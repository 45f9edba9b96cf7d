import { readFileSync } from 'node:fs';
import type { HouseRoute, Route } from './route.ts';

/** What every code means, in English, and by status which of them each route may refuse with: made by `npm run rights`. */
export type KnownErrors = { codes: Record<string, string>; routes: Record<string, Record<string, string>> };

/** Read when somebody asks for the description, for a server at rest has no use for it. */
export function knownErrors(): KnownErrors {
  return JSON.parse(readFileSync(new URL('errors.json', import.meta.url), 'utf8')) as KnownErrors;
}

type Answers = Record<string, { description: string; content: typeof ERROR_CONTENT }>;

export const ERROR_CONTENT = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };

/** How a route may refuse, by status: at the door, and from its handler on. */
export function refusalsOf(route: Route, { codes, routes }: KnownErrors): Answers {
  return described(codes, [...atTheDoor(route), ...forItsForm(route), ...fromWithin(routes[route.name] ?? {})]);
}

export function houseRefusalsOf({ admits, name }: HouseRoute, { codes }: KnownErrors): Answers {
  const found: [string, string][] = admits === 'operator' ? [['403', 'metrics.not_from_here']] : [];
  if (admits === 'signed-in') found.push(['401', 'sign_in.needed'], ['403', 'request.foreign_origin']);
  if (name === 'live') found.push(['422', 'live.needs_websocket']);
  return described(codes, found);
}

function fromWithin(errors: Record<string, string>): Found {
  return Object.entries(errors).flatMap(([status, some]) =>
    some.split(' ').map((code): [string, string] => [status, code]),
  );
}

type Found = [status: string, code: string][];

/** What is refused before the handler is asked: who calls, and from where. */
function atTheDoor({ before, admits, token, method }: Route): Found {
  const found: Found = [];
  if (!before) found.push(['404', 'organisation.unknown'], ['404', 'organisation.none_yet']);
  if (admits !== 'anyone') found.push(['401', 'sign_in.needed']);
  if (admits === 'signed-in' && token === undefined) found.push(['403', 'token.not_for_this']);
  else if (admits !== 'anyone' && token !== 'any') found.push(['403', 'right.missing']);
  if (method !== 'GET') found.push(['403', 'request.header_missing'], ['403', 'request.foreign_origin']);
  return found;
}

/** The form of what was sent, and what the database says of it where no rule said it before. */
function forItsForm({ params, query, body, accepts, atEdge, method }: Route): Found {
  const found: Found = [];
  if (params || query || body)
    found.push(['422', 'input.malformed'], ['422', 'text.unstorable'], ['422', 'number.out_of_range']);
  if (body && !atEdge) found.push(['409', 'already_there'], ['422', 'refers_to_nothing'], ['422', 'against_a_rule']);
  if (method !== 'GET' && !atEdge)
    found.push(['409', 'idempotency.key_used_otherwise'], ['422', 'idempotency.key_malformed']);
  if (body || accepts) found.push(['413', 'body.too_large']);
  return found;
}

function described(codes: Record<string, string>, found: Found): Answers {
  const byStatus = Map.groupBy(found, ([status]) => status);
  const answers = [...byStatus].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    answers.map(([status, some]) => {
      const lines = [...new Set(some.map(([, code]) => code))].toSorted();
      const description = lines.map((code) => `- \`${code}\`: ${codes[code] ?? ''}`).join('\n');
      return [status, { description, content: ERROR_CONTENT }];
    }),
  );
}
