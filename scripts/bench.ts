import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../src/kernel/time.ts';
import { CannotStart } from '../src/platform/cannot-start.ts';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start.ts';
import { runProgram, say } from '../src/platform/program.ts';
import { readArguments } from '../src/platform/usage.ts';
import type { Outcome, Setting } from '../test/bench/bench.ts';
import { parts } from '../test/bench/parts.ts';
import type { Measured } from '../test/bench/page.ts';
import { benchPage, linesOf } from '../test/bench/page.ts';
import { SERVER_VARIABLE } from '../test/database.ts';

const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs/benchmarks.md');
const USAGE = `npm run bench [-- --only NAME] [--quick] [--directory DIR]
  --only NAME       one of ${parts.map(({ name }) => name).join(', ')}; may be given several times
  --quick           small sizes, to see that everything works; docs/benchmarks.md stays as it is
  --directory DIR   where the database stands and the large shape is kept between runs
Each brings a database of its own.`;

function asked(args: string[]): { only: string[]; quick: boolean; directory: string } {
  const { values } = readArguments(
    {
      args,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        quick: { type: 'boolean', default: false },
        directory: { type: 'string', default: join(tmpdir(), 'huiyin-bench') },
      },
    },
    USAGE,
  );
  const unknown = values.only.find((name) => !parts.some((part) => part.name === name));
  if (unknown !== undefined) throw new CannotStart('bench.usage', `There is no part ${unknown}.\n\n${USAGE}`);
  return { ...values, directory: resolve(values.directory) };
}

function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  try {
    return (
      git('rev-parse', '--short=10', 'HEAD') +
      (git('status', '--porcelain', '-uno', '--', '.', ':!docs/benchmarks.md') ? ' with changes' : '')
    );
  } catch {
    return 'unknown';
  }
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${gigabytes} GB, Node ${process.versions.node}`;
}

/** What earlier runs found stays on the page until it is measured again. */
function earlier(path: string): Record<string, Measured> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, Measured>;
  } catch {
    return {};
  }
}

function print(outcome: Outcome): void {
  for (const line of linesOf(outcome.lines)) say(`  ${line}`);
  for (const note of outcome.notes) say(`    ${note}`);
}

await runProgram(
  async (opened) => {
    const { only, quick, directory } = asked(process.argv.slice(2));
    mkdirSync(directory, { recursive: true });
    const server = await startEmbeddedPostgres({ directory: join(directory, 'postgres'), log: say });
    opened.add(server.stop);
    process.env[SERVER_VARIABLE] = server.url;
    const setting: Setting = { quick, server: server.url, directory, say: (line) => say(`  … ${line}`) };
    const results = join(directory, 'results.json');
    const known = earlier(results);
    let missed = 0;
    for (const part of parts) {
      if (only.length > 0 && !only.includes(part.name)) continue;
      say(`\n${part.about} (${part.name})`);
      const load = loadavg()[0]!;
      const began = performance.now();
      const outcome = await part.run(setting);
      print(outcome);
      missed += outcome.lines.filter((line) => line.meets === false).length;
      known[part.name] = {
        ...outcome,
        at: systemClock.now(),
        commit: commit(),
        machine: machine(),
        load,
        seconds: (performance.now() - began) / 1000,
      };
      if (quick) continue;
      writeFileSync(results, JSON.stringify(known, null, 1));
      writeFileSync(PAGE, benchPage(parts, known, readFileSync(PAGE, 'utf8')));
    }
    say(missed === 0 ? '\nEverything measured keeps its limit.' : `\n${missed} lines do not keep their limit.`);
  },
  { usage: USAGE },
);
