import type { z } from 'zod';
import type { Sealer } from '../auth/sealing.ts';
import type { Clock } from '../kernel/time.ts';
import type { Organisation } from '../platform/context.ts';
import { openImap } from '../platform/mail/imap.ts';
import { saidBy } from '../platform/mail/server.ts';
import { trySmtp } from '../platform/mail/smtp.ts';
import { serverOf } from './mail/credentials.ts';
import type { Channel } from './port.ts';
import { openSecret } from './secret.ts';
import type { testOut } from './view.ts';

/** Signs in at both servers, changes nothing there, and says what they answered. */
export async function tryChannel(
  sealer: Sealer,
  organisation: Organisation,
  channel: Channel,
  clock: Clock,
): Promise<z.input<typeof testOut>> {
  const secret = await openSecret(sealer, organisation, channel);
  const [receive, send] = await Promise.all([
    tried(async () => {
      const mailbox = await openImap(await serverOf(channel, 'imap', secret, clock));
      await mailbox.close();
    }),
    tried(async () => trySmtp(await serverOf(channel, 'smtp', secret, clock))),
  ]);
  return { receive, send };
}

async function tried(work: () => Promise<void>): Promise<{ ok: boolean; said: string }> {
  try {
    await work();
    return { ok: true, said: 'OK' };
  } catch (fault) {
    return { ok: false, said: saidBy(fault) };
  }
}
