import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { agreementWith, areHere, MAPPING, REQUESTS } from '../requests-311.ts';
import { freshWorld } from '../world.ts';
import type { Line, Outcome, Part, Setting } from './bench.ts';
import { atMost, rounded, skipped } from './bench.ts';
import { firstLines } from './first-lines.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/import.ts');
/** Says, when the command ends, how much memory it held at most. */
const PEAK = 'process.on("exit",()=>console.log("peak",process.resourceUsage().maxRSS))';

type Ran = { seconds: number; peakMegabytes: number; said: string };

/** The command as somebody would type it, in a process of its own. */
async function importing(url: string, path: string): Promise<Ran> {
  const began = performance.now();
  const args = [
    '--import',
    `data:text/javascript,${PEAK}`,
    SCRIPT,
    'requests',
    path,
    '--mapping',
    MAPPING,
    '--as',
    'admin',
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the import ended with ${code}: ${said.slice(-500)}`);
  return {
    seconds: (performance.now() - began) / 1000,
    peakMegabytes: Number(/peak (\d+)/.exec(said)?.[1]) / 1024,
    said,
  };
}

async function run({ quick, directory }: Setting): Promise<Outcome> {
  if (!areHere()) {
    const lines = [
      skipped('replay of the 41,827 requests', '≤ 180 s, ≤ 400 MB, 0 disagreements', '../shared is not here'),
    ];
    return { lines, sizes: {}, notes: [] };
  }
  const world = await freshWorld();
  try {
    const path = quick ? await firstLines(REQUESTS, 300, join(directory, 'first.csv')) : REQUESTS;
    const ran = await importing(world.url, path);
    const found = await agreementWith(world.database, world.organisation.schema, path);
    const agree: Line = {
      what: 'kept exactly where the city says ONTIME, of closed requests with a target',
      asked: '0 disagreements',
      measured: `${found.disagreements.length} of ${found.compared.toLocaleString('en')}`,
      meets: found.disagreements.length === 0 && found.compared > 0,
    };
    return {
      lines: [
        atMost(`replay of ${found.lines.toLocaleString('en')} requests`, ran.seconds, 180, 's'),
        atMost('… memory of the command at its peak', ran.peakMegabytes, 400, 'MB'),
        agree,
      ],
      sizes: {
        'lines in the file': found.lines,
        'tickets from it': found.tickets,
        'still open': found.open,
        compared: found.compared,
        kept: found.kept,
        late: found.late,
      },
      notes: [
        `The ${found.blank} closed requests with a target of which the file says neither were closed after it: ${found.blankLate} of them are late with us.`,
        `${rounded(found.lines / ran.seconds)} requests a second, each opened, promised, settled, told and closed by the ordinary commands; from the start of the command to its end.`,
      ],
    };
  } finally {
    await world.drop();
  }
}

export const replay: Part = { name: 'replay', about: 'Replay of real requests', run };
