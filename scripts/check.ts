import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readDuties } from './check/duties-catalogue.ts';
import { inWords } from './check/rule.ts';
import { RULES } from './check/rules.ts';
import { lengths, USUAL_FILE } from './check/rules/shape.ts';
import { readTree } from './check/tree.ts';

/** `npm run check [-- --quick]`: everything that must hold before a change lands; quick leaves out the tests. */

type Step = [what: string, holds: () => boolean];

const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '');
process.chdir(root);
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });

const STEPS: Step[] = [
  ['Types of server, packs, scripts and tests', () => tool('tsc', '-p', '.')],
  ['Types of the screens', () => tool('tsc', '-p', 'web')],
  ['Types of the tests in the browser', () => tool('tsc', '-p', 'test/e2e')],
  ['Lint', () => tool('oxlint', '--deny-warnings')],
  ['Formatting', () => tool('oxfmt', '--check', '.')],
  ['Architecture', architecture],
  ['Catalogue of duties', dutiesAreWhole],
  ['Words in three languages', () => node('--test', 'web/words/words.test.ts')],
];

for (const [index, [what, holds]] of STEPS.entries()) {
  announce(index, what);
  const start = performance.now();
  if (!holds()) {
    console.error(`\n✖ ${what}: see above. What comes after it was not tried.`);
    process.exit(1);
  }
  console.log(`✔ ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

// Last, and with nothing said after it: the runner's own summary closes the output.
if (values.quick) console.log('\nAll holds; the tests were left out.');
else {
  announce(STEPS.length, 'Tests');
  process.exitCode = node('scripts/test.ts') ? 0 : 1;
}

function announce(index: number, what: string): void {
  console.log(`\n== ${index + 1} of ${STEPS.length + 1}: ${what}`);
}

/** A tool from our own dependencies. The links in node_modules/.bin may be missing, so its package says where it is. */
function tool(name: string, ...args: string[]): boolean {
  const folder = `node_modules/${name === 'tsc' ? 'typescript' : name}`;
  const { bin } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return node(`${folder}/${typeof bin === 'string' ? bin : bin[name]}`, ...args);
}

function node(...args: string[]): boolean {
  return (
    spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit' }).status === 0
  );
}

function architecture(): boolean {
  const tree = readTree(root);
  let broken = 0;
  for (const rule of RULES) {
    const violations = [...rule.check(tree)];
    broken += violations.length;
    if (violations.length > 0)
      console.error(`✖ ${rule.name}\n${violations.map((one) => `    ${inWords(one)}`).join('\n')}`);
  }
  const { files, median, share } = lengths(tree);
  const within = `${(share * 100).toFixed(1)} % within ${USUAL_FILE}`;
  console.log(
    `${RULES.length} rules over ${tree.sources.size} files; ${files} with a budget, median ${median} lines, ${within}.`,
  );
  return broken === 0;
}

function dutiesAreWhole(): boolean {
  const { duties, faults } = readDuties(readFileSync('docs/duties.md', 'utf8'));
  for (const fault of faults) console.error(`docs/duties.md, ${fault}`);
  console.log(`${duties.size} rows.`);
  return faults.length === 0;
}
