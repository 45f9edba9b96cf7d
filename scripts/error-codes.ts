import { catalogue } from '../web/words/en/catalogue.ts';

/** The error codes of the API with the words a person is given for them: `docs/errors.md`. */
export function errorCodes(): string {
  const rows = Object.entries(catalogue.errors as Record<string, string>)
    // what the screens say by themselves where no answer comes
    .filter(([code]) => code !== 'offline')
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
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
    ...rows.map(([code, text]) => `| \`${code}\` | ${text.replaceAll('|', '\\|')} |`),
    '',
  ].join('\n');
}
