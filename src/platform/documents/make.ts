import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Format, Paper } from './paper.ts';

const MAKER = join(import.meta.dirname, 'maker.ts');

/** Longer than the largest list takes by far: whatever hangs must not hang for ever. */
const LONGEST = 60_000;

let last: Promise<unknown> = Promise.resolve();

/**
 * The bytes of a paper. Laid out in a process of its own, one after another: a page takes 0.4 s and 90 MB, 2,000 lines of a table 3.7 s
 * and 340 MB (both measured), which nobody else should wait for or pay for afterwards.
 */
export function makeDocument(paper: Paper, format: Format): Promise<Buffer> {
  const made = last.then(() => makeNow(paper, format));
  last = made.catch(() => {});
  return made;
}

function makeNow(paper: Paper, format: Format): Promise<Buffer> {
  const child = fork(MAKER, {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    timeout: LONGEST,
  });
  return new Promise<Buffer>((resolve, reject) => {
    child.once('message', (bytes) => resolve(Buffer.from(bytes as unknown as Uint8Array)));
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`a ${format} could not be made: ${code ?? signal}`)));
    child.send({ paper, format });
  });
}
