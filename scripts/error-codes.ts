import { catalogue as first } from '../web/words/en/catalogue.ts';
import { catalogue as later } from '../web/words/en/catalogue-later.ts';
import { readTree } from './check/tree.ts';
import { routeErrors } from './route-errors.ts';

/** Of both word lists: a code stands in the later one where the first screen never meets it. What the screens say by themselves where no answer comes is no code of the API. */
function words(): [code: string, words: string][] {
  return Object.entries<string>({ ...first.errors, ...later.errors })
    .filter(([code]) => code !== 'offline')
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** The error codes of the API with the words a person is given for them: `docs/errors.md`. */
export function errorCodes(): string {
  return [
    '# Error codes',
    '',
    'Made from the words of the screens by `npm run rights`; a test fails while it is not current. Every refusal of the API is',
    '`{ code, message, params, fields? }`. A code is stable: programs may rely on it, screens translate it (`{…}` stands for a',
    'member of `params`). `fields` says, for `input.malformed`, what is wrong with which field of what was sent.',
    '',
    '401 not signed in · 403 not allowed · 404 not there · 409 a rule says no, or somebody was faster (`stale`) · 413 too large ·',
    '415 of another type · 422 malformed · 429 too often (`retry-after`) · 500 `fault` · 503 `database.away`: send it again ·',
    '507 `database.full`: somebody has to make room first.',
    '',
    '| code | what it means |',
    '|---|---|',
    ...words().map(([code, text]) => `| \`${code}\` | ${text.replaceAll('|', '\\|')} |`),
    '',
  ].join('\n');
}

/**
 * The same for the description of the API, with what each route may refuse with, read from the code:
 * `src/platform/http/errors.json`. The words of the screens stand in `web`, which the server never imports.
 */
export function errorsOfRoutes(root: string): string {
  const known = words();
  // a code without a dot is said of a field, or by the database
  const codes = new Set(known.map(([code]) => code).filter((code) => code.includes('.') || code === 'stale'));
  const routes = Object.entries(routeErrors(readTree(root, ['src']), codes)).map(([name, errors]) => [
    name,
    Object.fromEntries(Object.entries(errors).map(([status, some]) => [status, some.join(' ')])),
  ]);
  return `${JSON.stringify({ codes: Object.fromEntries(known), routes: Object.fromEntries(routes) }, null, 2)}\n`;
}
