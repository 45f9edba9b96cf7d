import { isOutdatedPlan } from './tx.ts';

/**
 * SQLSTATEs that say nothing about the row in hand: 08 connection, 25006 a standby that cannot write, 40 rolled back (deadlock,
 * serialization), 53 out of memory, disk or connections, 55P03 lock not available, 57P server going down or coming up, 58 system.
 */
const PASSING = /^(08...|25006|40...|53...|55P03|57P0.|58...)$/;

/** Network faults of Node, and what `pg` says when the server went away under a query. */
const LOST =
  /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)|Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect/;

/** Whether a fault will pass by itself: it may be tried again, and neither what was asked nor a row is to blame. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (isOutdatedPlan(error)) return true;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (PASSING.test(code) || LOST.test(code))) return true;
  return LOST.test(error.message);
}
