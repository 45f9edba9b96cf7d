/**
 * The program cannot start here, and the message says in a sentence why and what to do. `main.ts` prints the message
 * alone, without a stack, and exits with 1. `code` is stable; tests assert it.
 */
export class CannotStart extends Error {
  readonly code: string;
  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const CLOSED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

/** Turns what the operating system says about a directory into a sentence; anything else is given back as it is. */
export function inWords(fault: unknown, directory: string): unknown {
  const code = (fault as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (FULL.has(code)) return diskFull(directory);
  if (CLOSED.has(code)) return notWritable(directory);
  return fault;
}

export function diskFull(directory: string): CannotStart {
  return new CannotStart(
    'start.disk_full',
    `The disk that holds ${directory} is full. Free some space and start again; nothing was changed.`,
  );
}

export function notWritable(directory: string): CannotStart {
  return new CannotStart(
    'start.not_writable',
    `${directory} cannot be written by this account. Give it to the account that starts Huiyin, choose another directory, or set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}
