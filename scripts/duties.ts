import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { runProgram, say, warn } from '../src/platform/program.ts';
import { readArguments } from '../src/platform/usage.ts';
import { expand, readDuties, type Duty } from './check/duties-catalogue.ts';
import type { Weighed } from './check/proof.ts';
import { isProven, weigh, type Proof } from './check/proof.ts';
import { readResults, RESULTS } from './check/results.ts';

const USAGE = `npm run duties [-- --scope "ASGN-04, -05 · CHAN-01, -11..13"] [--missing] [--run] [--results FILE]
  --scope ROWS     only these rows of docs/duties.md; may be given several times
  --missing        only what no passing test proves
  --run            runs every test first; so does a tree in which none was run
  --results FILE   what a test run left behind (${RESULTS})
Which duties of docs/duties.md are proven, by which passing tests, and which are not.`;

await runProgram(async () => duties(), { usage: USAGE });

function duties(): void {
  process.chdir(join(import.meta.dirname, '..'));
  const options = {
    scope: { type: 'string', multiple: true },
    missing: { type: 'boolean', default: false },
    run: { type: 'boolean', default: false },
    results: { type: 'string', default: RESULTS },
  } as const;
  const { values } = readArguments({ args: process.argv.slice(2), options }, USAGE);
  const catalogue = readDuties(readFileSync('docs/duties.md', 'utf8'));
  const scope = chosen(values.scope, catalogue.duties);
  if (values.run || !existsSync(values.results)) {
    say('Running every test first.\n');
    spawnSync(process.execPath, ['scripts/test.ts'], { stdio: 'inherit' });
  }
  const weighed = weigh(catalogue.duties, readResults(values.results));
  const proofs = weighed.proofs.filter(({ duty }) => scope.has(duty.id));
  list(proofs, values.missing);
  sumUp(proofs, catalogue.duties.size, [...catalogue.faults, ...weighed.faults]);
}

function chosen(wanted: string[] | undefined, known: Map<string, Duty>): Set<string> {
  if (!wanted) return new Set(known.keys());
  const ids = expand(wanted.join(' '), known);
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new CannotStart('duties.usage', `--scope names ${unknown}, which docs/duties.md does not have.`);
  return new Set(ids);
}

function list(proofs: readonly Proof[], missing: boolean): void {
  let chapter = '';
  for (const proof of proofs) {
    if (missing && isProven(proof)) continue;
    if (proof.duty.chapter !== chapter) say(`\n${proof.duty.chapter}`);
    chapter = proof.duty.chapter;
    show(proof);
  }
}

function show(proof: Proof): void {
  say(`  ${isProven(proof) ? '✔' : '·'} ${proof.duty.id.padEnd(9)}${shortly(proof.duty)}`);
  for (const { name, file } of proof.passing) say(`              ✔ ${name} (${file})`);
  for (const { name, file } of proof.failing) say(`              ✖ ${name} (${file})`);
  for (const { name, file } of proof.skipped) say(`              - skipped: ${name} (${file})`);
}

function shortly({ text }: Duty): string {
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}

function sumUp(proofs: readonly Proof[], rows: number, faults: Weighed['faults']): void {
  const proven = proofs.filter(isProven).length;
  const broken = proofs.filter(({ failing }) => failing.length > 0).length;
  const only = proofs.filter(({ passing, skipped }) => passing.length === 0 && skipped.length > 0).length;
  say(
    `\n${proven} of ${proofs.length} duties proven, ${proofs.length - proven} not` +
      (broken > 0 ? `; ${broken} of these by a failing test` : '') +
      (only > 0 ? `; ${only} only by skipped tests, which prove nothing` : '') +
      `. The catalogue has ${rows} rows.`,
  );
  for (const fault of faults) warn(fault);
  if (faults.length + broken > 0) throw new CannotStart('duties.broken', 'Not all of them hold.');
}
