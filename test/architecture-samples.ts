import type { Rule } from '../scripts/check/rule.ts';
import * as domains from '../scripts/check/rules/domains.ts';
import * as layers from '../scripts/check/rules/layers.ts';
import * as shape from '../scripts/check/rules/shape.ts';
import * as tables from '../scripts/check/rules/tables.ts';
import * as time from '../scripts/check/rules/time.ts';

/** A small house in which every rule is kept. The samples are laid over it. */
export const HOUSE: Record<string, string> = {
  'src/main.ts': `import { systemClock } from './kernel/time.ts'; systemClock.now();`,
  'src/tables.ts': `import type { TicketTable } from './ticket/table.ts'; import type { EventTable } from './platform/table.ts';
import type { ClaimTable } from './claim/table.ts';
export type Tables = { ticket: TicketTable; event: EventTable; claim: ClaimTable };`,
  'src/kernel/time.ts': `export const systemClock = { now: () => new Date().toISOString() };`,
  'src/kernel/id.ts': `import { randomFillSync } from 'node:crypto'; export const newId = () => randomFillSync(new Uint8Array(1));`,
  'src/kernel/words.ts': `export const LANGUAGES = ['en'];`,
  'src/platform/table.ts': `export type EventTable = { seq: number };`,
  'src/platform/db.ts': `import pg from 'pg'; export const open = () => new pg.Pool();`,
  'src/platform/journal.ts': `import { sql } from 'kysely'; export const record = () => sql\`insert into event (seq) values (1)\`;`,
  'src/ticket/table.ts': `export type TicketTable = { id: string };`,
  'src/ticket/ticket.ts': `import { LANGUAGES } from '../kernel/words.ts'; export const isOpen = () => LANGUAGES.length > 0;`,
  'src/ticket/queries.ts': `export const all = (tx: any) => tx.selectFrom('ticket');`,
  'src/ticket/routes.ts': `import { openTicket } from './commands/open-ticket.ts'; export const routes = [openTicket];`,
  'src/ticket/search.ts': `export const index = (tx: any) => tx.updateTable('ticket as t').set({});`,
  'src/ticket/commands/open-ticket.ts': `import { record } from '../../platform/journal.ts';
export const openTicket = (tx: any) => [tx.insertInto('ticket'), record()];`,
  'src/claim/table.ts': `export type ClaimTable = { id: string };`,
  'src/claim/commands/make-claim.ts': `import { all } from '../../ticket/queries.ts';
import { openTicket } from '../../ticket/commands/open-ticket.ts';
export const makeClaim = (tx: any) => [all(tx), openTicket(tx), tx.insertInto('claim')];`,
  'src/report/figures.ts': `import { isOpen } from '../ticket/ticket.ts'; export const figures = (tx: any) => [isOpen(), tx.selectFrom('claim')];`,
  'src/reactions/within.ts': `import { makeClaim } from '../claim/commands/make-claim.ts'; export const within = [makeClaim];`,
  'src/demo/demo.ts': `import { openTicket } from '../ticket/commands/open-ticket.ts'; export const demo = (tx: any) => [openTicket(tx), tx.selectFrom('ticket')];`,
  'src/commitment/rule.ts': `import { z } from 'zod'; export type Limit = string; export const limit = z.string();`,
  'src/pack/format.ts': `import { limit } from '../commitment/rule.ts'; export const pack = limit;`,
  'packs/inn.ts': `import type { Limit } from '../src/commitment/rule.ts'; import { pack } from '../src/pack/format.ts';
export default { pack, limit: '' as Limit };`,
  'web/ui/button.tsx': `export function Button() { return <button>Don't</button>; }`,
  'web/screens/desk/desk.tsx': `import { isOpen } from '../../../src/ticket/ticket.ts'; import type { openTicket } from '../../../src/ticket/commands/open-ticket.ts';
import { Button } from '../../ui/button.tsx'; export const Desk = () => isOpen() && <Button />; export type Open = typeof openTicket;`,
  'web/vite.config.ts': `export default {};`,
  'migrations/organisation/0001_first.sql': `-- now() stands in no column\ncreate table ticket (id uuid);\ncreate table claim (id uuid);`,
  'test/world.ts': `import { systemClock } from '../src/kernel/time.ts'; export const world = systemClock;`,
};

export type Sample = {
  rule: Rule;
  /** What is wrong with it. */
  sin: string;
  files: Record<string, string>;
  /** `file:line` of the one violation it must bring. */
  where: string;
};

const longFile = '// line\n'.repeat(201);

/** Each breaks one rule in one place; what is dodged most easily comes first. */
export const SAMPLES: Sample[] = [
  sample(layers.everyImportIsFound, 'no ending', 'src/ticket/a.ts', `import './ticket';`),
  sample(layers.everyImportIsFound, 'an alias', 'src/ticket/a.ts', `import '#ticket';`),
  sample(layers.everyImportIsFound, 'a computed name', 'src/ticket/a.ts', `const x = 1;\nawait import('./' + x);`, 2),
  sample(layers.everyImportIsFound, 'a glob', 'web/a.ts', `import.meta.glob('./screens/*.ts');`),
  sample(layers.everyImportIsFound, 'no code', 'src/ticket/a.ts', `\nconst = ;`, 2),
  sample(
    layers.kernelImportsNothing,
    'a type of ours',
    'src/kernel/a.ts',
    `\nimport type { TicketTable } from '../ticket/table.ts';`,
    2,
  ),
  sample(
    layers.kernelImportsNothing,
    'a type in passing',
    'src/kernel/a.ts',
    `export type A = import('../ticket/table.ts').TicketTable;`,
  ),
  sample(layers.kernelImportsNothing, 'files', 'src/kernel/a.ts', `import { readFileSync } from 'node:fs';`),
  sample(
    layers.kernelImportsNothing,
    'files by require',
    'src/kernel/a.ts',
    `import { createRequire } from 'node:module';\nconst load = createRequire(import.meta.url);\nload('node:fs');`,
    3,
  ),
  sample(
    layers.platformKnowsRulesOnly,
    'a command',
    'src/platform/a.ts',
    `import { openTicket } from '../ticket/commands/open-ticket.ts';`,
  ),
  sample(layers.platformKnowsRulesOnly, 'a query', 'src/platform/a.ts', `export { all } from '../ticket/queries.ts';`),
  sample(layers.onlyThePlatformReachesOut, 'the driver', 'src/ticket/a.ts', `import pg from 'pg';`),
  sample(
    layers.onlyThePlatformReachesOut,
    'the network',
    'src/ticket/a.ts',
    `const { request } = await import('node:http');`,
  ),
  sample(layers.rulesArePure, 'a query', 'src/ticket/inputs.ts', `import { all } from './queries.ts';`),
  sample(
    layers.rulesArePure,
    'kysely behind another file',
    'src/claim/claim.ts',
    `import { record } from '../platform/journal.ts';`,
  ),
  sample(
    layers.rulesArePure,
    'a type that loads its file all the same',
    'src/claim/claim.ts',
    `import { type record } from '../platform/journal.ts';`,
  ),
  sample(
    layers.packsAreData,
    'a rule of the core',
    'packs/shop.ts',
    `import { isOpen } from '../src/ticket/ticket.ts';`,
  ),
  sample(
    layers.packsAreData,
    'values of a limit',
    'packs/shop.ts',
    `import { limit } from '../src/commitment/rule.ts';`,
  ),
  sample(layers.packsAreData, 'a package', 'packs/shop.ts', `import { z } from 'zod';`),
  sample(
    layers.webTakesPureValues,
    'a command',
    'web/screens/a.ts',
    `import { openTicket } from '../../src/ticket/commands/open-ticket.ts';`,
  ),
  sample(
    layers.webTakesPureValues,
    'a query',
    'web/screens/a.ts',
    `import { all } from '../../src/ticket/queries.ts';`,
  ),
  sample(
    layers.webTakesPureValues,
    'what only Node has',
    'web/screens/a.ts',
    `import { newId } from '../../src/kernel/id.ts';`,
  ),
  sample(
    layers.webTakesPureValues,
    'the platform',
    'web/screens/a.ts',
    `import { open } from '../../src/platform/db.ts';`,
  ),
  sample(
    layers.uiKnowsNoDomain,
    "a domain's type",
    'web/ui/a.ts',
    `import type { TicketTable } from '../../src/ticket/table.ts';`,
  ),
  sample(layers.uiKnowsNoDomain, 'a screen', 'web/ui/a.ts', `import { Desk } from '../screens/desk/desk.tsx';`),
  sample(
    layers.layersStandInOrder,
    'a screen in the server',
    'src/ticket/a.ts',
    `import { Button } from '../../web/ui/button.tsx';`,
  ),
  sample(
    layers.layersStandInOrder,
    'reactions in a domain',
    'src/ticket/a.ts',
    `import { within } from '../reactions/within.ts';`,
  ),
  sample(
    layers.layersStandInOrder,
    'a test in the product',
    'src/ticket/a.ts',
    `import { world } from '../../test/world.ts';`,
  ),
  sample(
    layers.layersStandInOrder,
    'an industry in a domain',
    'src/ticket/a.ts',
    `import inn from '../../packs/inn.ts';`,
  ),
  sample(
    layers.layersStandInOrder,
    'the demo in a domain',
    'src/ticket/a.ts',
    `import { demo } from '../demo/demo.ts';`,
  ),
  sample(layers.layersStandInOrder, 'the wiring in a domain', 'src/ticket/a.ts', `import '../main.ts';`),
  sample(
    domains.domainsMeetByCommands,
    'a writer beside the commands',
    'src/claim/a.ts',
    `import { index } from '../ticket/search.ts';`,
  ),
  sample(domains.domainsMeetByCommands, 'routes', 'src/claim/a.ts', `import { routes } from '../ticket/routes.ts';`),
  sample(
    domains.commandsMakeNoCycle,
    'a way back',
    'src/ticket/commands/a.ts',
    `import { makeClaim } from '../../claim/commands/make-claim.ts';`,
    'src/ticket/commands/a.ts:1',
  ),
  {
    rule: domains.commandsMakeNoCycle,
    sin: 'a way back through a third domain and a helper',
    files: {
      'src/survey/commands/ask.ts': `import { makeClaim } from '../../claim/commands/make-claim.ts'; export const ask = makeClaim;`,
      'src/survey/steps.ts': `import { ask } from './commands/ask.ts'; export const steps = [ask];`,
      'src/ticket/commands/a.ts': `\nimport { steps } from '../../survey/steps.ts';`,
    },
    where: 'src/survey/commands/ask.ts:1',
  },
  sample(
    domains.reportsOnlyRead,
    'a command',
    'src/report/a.ts',
    `import { openTicket } from '../ticket/commands/open-ticket.ts';`,
  ),
  sample(
    domains.reportsOnlyRead,
    'a write',
    'src/report/a.ts',
    `export const a = (tx: any) => tx\n  .deleteFrom('claim');`,
  ),
  sample(
    tables.tablesHaveOneWriter,
    'an insert',
    'src/claim/a.ts',
    `export const a = (tx: any) => tx.insertInto('ticket');`,
  ),
  sample(
    tables.tablesHaveOneWriter,
    'an update under another name',
    'src/claim/a.ts',
    `export const a = (tx: any) => tx['updateTable']('ticket as t');`,
  ),
  sample(
    tables.tablesHaveOneWriter,
    'raw SQL',
    'src/claim/a.ts',
    `import { sql } from 'kysely';\nsql\`with x as (select 1)\n  update ticket t set id = \${1}\`;`,
    3,
  ),
  sample(tables.tablesHaveOneWriter, 'raw SQL in quotes', 'src/claim/a.ts', `export const a = 'DELETE FROM "ticket"';`),
  sample(
    tables.tablesHaveOneWriter,
    "the platform's table",
    'src/claim/a.ts',
    `import { sql } from 'kysely'; sql\`insert into event (seq) values (1)\`;`,
  ),
  sample(
    tables.tablesHaveOneWriter,
    'a name made when it runs',
    'src/claim/a.ts',
    `export const a = (tx: any, name: string) => tx.insertInto(name);`,
  ),
  sample(
    tables.tablesHaveOneWriter,
    'a gap in raw SQL',
    'src/claim/a.ts',
    `import { sql } from 'kysely'; sql\`delete from \${sql.table('ticket')}\`;`,
  ),
  sample(
    tables.tablesHaveOneWriter,
    'reactions that write',
    'src/reactions/a.ts',
    `export const a = (tx: any) => tx.insertInto('ticket');`,
  ),
  sample(
    tables.tablesHaveOneWriter,
    'a demo that makes things up',
    'src/demo/a.ts',
    `export const a = (tx: any) => tx.insertInto('ticket');`,
  ),
  sample(
    tables.everyTableIsDeclared,
    'a table nobody has',
    'migrations/organisation/0002_more.sql',
    `\ncreate table visit (id uuid);`,
    2,
  ),
  sample(
    tables.everyTableIsDeclared,
    'a table nobody has since it was renamed',
    'migrations/organisation/0002_more.sql',
    `\ncreate table event (id uuid);\nalter table event rename to visit;`,
    2,
  ),
  sample(time.noDate, 'new Date', 'src/ticket/a.ts', `\nexport const a = new Date();`, 2),
  sample(time.noDate, 'the global by its name', 'src/ticket/a.ts', `export const a = globalThis.Date.now();`),
  sample(time.noDate, 'the global by a text', 'web/ui/a.ts', `export const a = window['Date'];`),
  sample(time.noDate, 'taken apart', 'src/ticket/a.ts', `export const { Date: Day } = globalThis;`),
  sample(time.noDate, 'its type', 'src/ticket/a.ts', `export type A = { at: Date };`),
  sample(
    time.noDate,
    'another clock',
    'src/kernel/a.ts',
    `import { Temporal } from 'temporal-polyfill'; Temporal.Now.instant();`,
  ),
  sample(time.noDate, 'a test that reads the wall', 'src/ticket/a.test.ts', `export const a = Date.now();`),
  sample(
    time.systemClockIsHandedIn,
    'by name',
    'src/ticket/a.ts',
    `import { systemClock as clock } from '../kernel/time.ts';`,
  ),
  sample(
    time.systemClockIsHandedIn,
    'with all the rest',
    'src/platform/a.ts',
    `import * as time from '../kernel/time.ts';`,
  ),
  sample(
    time.noSqlClock,
    'now()',
    'src/ticket/a.ts',
    `import { sql } from 'kysely';\nsql\`select * from ticket\n  where at < NOW ()\`;`,
    3,
  ),
  sample(time.noSqlClock, 'current_date', 'src/ticket/a.ts', `export const a = 'select current_date';`),
  sample(time.noSqlClock, "'now'", 'src/ticket/a.ts', `export const a = \`'now'::timestamptz\`;`),
  sample(
    time.noSqlClock,
    'a default',
    'migrations/organisation/0002_more.sql',
    `\nalter table ticket add at timestamptz default now();`,
    2,
  ),
  sample(shape.noDefaultExports, 'a default', 'src/ticket/a.ts', `export default function a() {}`),
  sample(
    shape.noDefaultExports,
    'a default by another name',
    'src/ticket/a.ts',
    `const a = 1;\nexport { a as default };`,
    2,
  ),
  sample(shape.noBarrels, 'index.ts', 'src/ticket/index.ts', `export const a = 1;`),
  sample(shape.noBarrels, 'under another name', 'src/ticket/all.ts', `export { all } from './queries.ts';`),
  sample(shape.noBarrels, 'everything', 'src/ticket/all.ts', `export const a = 1;\nexport * from './queries.ts';`, 2),
  sample(shape.namesSaySomething, 'utils', 'src/ticket/utils.ts', `export const a = 1;`),
  sample(shape.namesSaySomething, 'a folder of helpers', 'web/helpers/dates.ts', `export const a = 1;`),
  sample(shape.namesSaySomething, 'camel case', 'web/screens/frontDesk.tsx', `export const a = 1;`),
  sample(
    shape.onlyErrorsAreClasses,
    'a manager',
    'src/ticket/a.ts',
    `class Base {}\nexport class Manager extends Base {}`,
    'src/ticket/a.ts:1 src/ticket/a.ts:2',
  ),
  sample(shape.filesAreSmall, 'two things', 'src/ticket/a.ts', longFile, 201),
  sample(shape.noCommentSwitchesChecksOff, 'work for later', 'src/ticket/a.ts', '// TODO: finish'),
  sample(shape.noCommentSwitchesChecksOff, 'types off', 'src/ticket/a.ts', `// @ts-ignore\nexport const a = 1;`),
  sample(
    shape.noCommentSwitchesChecksOff,
    'a rule off without a reason',
    'src/ticket/a.ts',
    `// oxlint-disable-next-line no-console\nexport const a = 1;`,
  ),
  sample(
    shape.noCommentSwitchesChecksOff,
    'a budget off',
    'src/ticket/a.ts',
    `/* oxlint-disable max-lines -- it is long */\nexport const a = 1;`,
  ),
];

function sample(rule: Rule, sin: string, file: string, text: string, where: number | string = 1): Sample {
  return { rule, sin, files: { [file]: text }, where: typeof where === 'string' ? where : `${file}:${where}` };
}
