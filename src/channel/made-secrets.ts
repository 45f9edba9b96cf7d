import { randomBytes } from 'node:crypto';
import { Refused } from '../kernel/refusal.ts';
import { newSecret } from '../webhook/webhook.ts';
import type { AddChannel } from './inputs.ts';
import type { ChannelKind } from './kinds.ts';
import type { ChannelSecret } from './secret.ts';

type Kept = Omit<ChannelSecret, 'replyKey'>;
type Made<Told> = { kept: Kept; told: Told };

/** What a new channel keeps sealed: what was typed, and what is made here for the other side to prove itself with. */
export function secretsOf(input: AddChannel): Made<string | null> {
  if (input.kind === 'connector') return renewed(input.kind, null);
  if (input.kind === 'chat') return { kept: { secret: '', clientSecret: null }, told: null };
  const typed = { secret: input.secret, clientSecret: ('clientSecret' in input && input.clientSecret) || null };
  if (input.kind === 'wechat' || input.kind === 'wecom')
    return { kept: { ...typed, hook: input.token, aesKey: input.aesKey }, told: null };
  return input.kind === 'sms' ? renewed(input.kind, typed) : { kept: typed, told: null };
}

/** The same anew. Refused (`channel.no_secret_made`) where the other side gives it and nothing is made here. */
export function renewed(kind: ChannelKind, former: Kept | null): Made<string> {
  if (kind === 'connector') {
    const secret = newSecret();
    return { kept: { secret, clientSecret: null }, told: secret };
  }
  if (kind !== 'sms') throw new Refused('channel.no_secret_made');
  if (former === null) throw new Refused('seal.key_lost');
  const hook = randomBytes(32).toString('base64url');
  return { kept: { ...former, hook }, told: hook };
}
