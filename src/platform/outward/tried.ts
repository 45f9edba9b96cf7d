import { saidBy } from '../mail/server.ts';

/** How a trial of somebody else's server went, and what it, or the network, said. */
export async function tried(work: () => Promise<void>): Promise<{ ok: boolean; said: string }> {
  try {
    await work();
    return { ok: true, said: 'OK' };
  } catch (fault) {
    return { ok: false, said: saidBy(fault) };
  }
}
