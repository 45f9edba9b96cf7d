import type { HouseRoute, Route } from './route.ts';

type Row = Pick<Route, 'path' | 'summary' | 'tag' | 'token'> & { method: string; admits: string };

/** Every route with who may call it, as declared beside its handler: one table, made and never written by hand. */
export function rightsTable(routes: readonly Route[], house: readonly HouseRoute[]): string {
  const rows: Row[] = [...routes, ...house.map((route) => ({ ...route, method: 'GET', token: 'any' as const }))];
  const tags = [...new Set(rows.map((row) => row.tag))].toSorted();
  return [
    '# Who may call what',
    '',
    'Made from the routes by `npm run rights`; a test fails while it is not current. A *right* is given to posts, each',
    'within a scope (own, department, centre, organisation); what a route is called on is asked again inside it, by the',
    'same policy that fills `can` in every answer. `signed-in`: any person of the organisation; what is said of a token',
    'holds for programs. `anyone`: no sign-in. `operator`: from the machine itself, or with the metrics token.',
    ...tags.flatMap((tag) => ['', `## ${tag}`, '', ...tableOf(rows.filter((row) => row.tag === tag))]),
    '',
  ].join('\n');
}

function tableOf(rows: Row[]): string[] {
  const sorted = rows.toSorted((one, other) =>
    `${one.path} ${one.method}`.localeCompare(`${other.path} ${other.method}`, 'en'),
  );
  return [
    '| route | who | what |',
    '|---|---|---|',
    ...sorted.map(
      (row) => `| \`${row.method} /api${row.path}\` | ${who(row)} | ${row.summary.replaceAll('|', '\\|')} |`,
    ),
  ];
}

function who({ admits, token }: Row): string {
  if (admits !== 'signed-in') return `\`${admits}\``;
  if (token === 'any') return '`signed-in`, any token';
  if (token === undefined) return '`signed-in`, no token';
  return `\`signed-in\`, token with ${token.map((right) => `\`${right}\``).join(' or ')}`;
}
