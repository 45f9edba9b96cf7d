import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Settings } from './settings.ts';

/**
 * The key with which secrets in the database are sealed: SECRET_KEY, which every node of one database must be given alike, or
 * else a file of its own beside the data, made when it is first needed. It is in no backup: who finds one cannot read them.
 */
export function sealKeyOf({ secretKey, dataDirectory }: Pick<Settings, 'secretKey' | 'dataDirectory'>) {
  return async (): Promise<string> => secretKey ?? keyIn(join(dataDirectory, 'secret.key'));
}

async function keyIn(file: string): Promise<string> {
  const read = () => readFile(file, 'utf8').then((text) => text.trim());
  try {
    return await read();
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault;
  }
  await mkdir(dirname(file), { recursive: true });
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(own, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  // a link is made once: of two that start together, both read the first one's
  await link(own, file).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault;
  });
  await rm(own);
  return read();
}
