import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { expand, readDuties, type Duty } from './check/duties-catalogue.ts';
import { isProven, weigh, type Proof } from './check/proof.ts';
import { readResults, RESULTS } from './check/results.ts';

/**
 * `npm run duties [-- --scope "ASGN-04, -05 · CHAN-01, -11..13"] [--missing] [--run]`: which duties of docs/duties.md
 * are proven, by which passing tests, and which are not. Reads what the last test run left behind; runs all tests
 * first where it left nothing, or with --run. `--missing` lists only what is not proven; `--results FILE` reads another.
 */

process.chdir(new URL('..', import.meta.url).pathname);
const { values } = parseArgs({
  options: {
    scope: { type: 'string', multiple: true },
    missing: { type: 'boolean', default: false },
    run: { type: 'boolean', default: false },
    results: { type: 'string', default: RESULTS },
  },
});

const { duties, faults } = readDuties(readFileSync('docs/duties.md', 'utf8'));
if (values.run || !existsSync(values.results)) {
  console.log('Running every test first.\n');
  spawnSync(process.execPath, ['scripts/test.ts'], { stdio: 'inherit' });
}
const weighed = weigh(duties, readResults(values.results));
const scope = chosen(values.scope);
const proofs = weighed.proofs.filter(({ duty }) => scope.has(duty.id));

let chapter = '';
for (const proof of proofs) {
  if (values.missing && isProven(proof)) continue;
  if (proof.duty.chapter !== chapter) console.log(`\n${proof.duty.chapter}`);
  chapter = proof.duty.chapter;
  show(proof);
}
sumUp();

function chosen(wanted: string[] | undefined): Set<string> {
  if (!wanted) return new Set(duties.keys());
  const ids = expand(wanted.join(' '), duties);
  for (const id of ids) if (!duties.has(id)) faults.push(`--scope names ${id}, which docs/duties.md does not have`);
  return new Set(ids);
}

function show(proof: Proof): void {
  console.log(`  ${isProven(proof) ? '✔' : '·'} ${proof.duty.id.padEnd(9)}${shortly(proof.duty)}`);
  for (const { name, file } of proof.passing) console.log(`              ✔ ${name} (${file})`);
  for (const { name, file } of proof.failing) console.log(`              ✖ ${name} (${file})`);
  for (const { name, file } of proof.skipped) console.log(`              - skipped: ${name} (${file})`);
}

function shortly({ text }: Duty): string {
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}

function sumUp(): void {
  const proven = proofs.filter(isProven).length;
  const broken = proofs.filter(({ failing }) => failing.length > 0).length;
  const only = proofs.filter(({ passing, skipped }) => passing.length === 0 && skipped.length > 0).length;
  console.log(
    `\n${proven} of ${proofs.length} duties proven, ${proofs.length - proven} not` +
      (broken > 0 ? `; ${broken} of these by a failing test` : '') +
      (only > 0 ? `; ${only} only by skipped tests, which prove nothing` : '') +
      `. The catalogue has ${duties.size} rows.`,
  );
  for (const fault of [...faults, ...weighed.faults]) console.error(fault);
  if (faults.length + weighed.faults.length + broken > 0) process.exitCode = 1;
}
