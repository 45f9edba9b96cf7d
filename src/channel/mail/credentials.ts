import type { Clock, Instant } from '../../kernel/time.ts';
import { MINUTE, plus, SECOND } from '../../kernel/time.ts';
import { askElsewhere } from '../../platform/http/ask-elsewhere.ts';
import type { MailServer } from '../../platform/mail/server.ts';
import type { Channel } from '../port.ts';
import type { ChannelSecret } from '../secret.ts';
import { mailSettings } from '../settings.ts';

type Token = { accessToken: string; until: Instant };

/** Tokens of OAuth 2.0, each asked for once for as long as it is good; by channel and by what it was had for. */
const tokens = new Map<string, Token>();
/** Nobody has a thousand mailboxes of that kind; a changed secret leaves one behind. */
const MOST = 1_000;
const USUAL_LIFE = 5 * MINUTE;

/** Server and credentials of one side of a mailbox. Throws where the provider gives no token. */
export async function serverOf(
  channel: Channel,
  side: 'imap' | 'smtp',
  secret: ChannelSecret,
  clock: Clock,
): Promise<MailServer> {
  const settings = mailSettings.parse(channel.settings);
  const { user, auth } = settings;
  if (auth === 'password') return { ...settings[side], user, auth: { password: secret.secret } };
  const accessToken = settings.oauth ? await tokenFor(channel, settings.oauth, secret, clock) : secret.secret;
  return { ...settings[side], user, auth: { accessToken } };
}

async function tokenFor(
  channel: Channel,
  oauth: { tokenUrl: string; clientId: string; scope: string },
  { secret, clientSecret }: ChannelSecret,
  clock: Clock,
): Promise<string> {
  const key = `${channel.id} ${channel.secret}`;
  const known = tokens.get(key);
  if (known && known.until > clock.now()) return known.accessToken;
  const answer = await askElsewhere(oauth.tokenUrl, {
    method: 'POST',
    form: {
      grant_type: 'refresh_token',
      refresh_token: secret,
      client_id: oauth.clientId,
      ...(clientSecret === null ? {} : { client_secret: clientSecret }),
      ...(oauth.scope === '' ? {} : { scope: oauth.scope }),
    },
  });
  const body = answer?.body as { access_token?: unknown; expires_in?: unknown; error?: unknown } | null | undefined;
  if (typeof body?.access_token !== 'string')
    throw new Error(`The provider gave no token: ${typeof body?.error === 'string' ? body.error : 'no answer'}`);
  const life = typeof body.expires_in === 'number' ? body.expires_in * SECOND - MINUTE : USUAL_LIFE;
  if (tokens.size >= MOST) tokens.clear();
  tokens.set(key, { accessToken: body.access_token, until: plus(clock.now(), life) });
  return body.access_token;
}
