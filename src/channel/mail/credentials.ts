import type { Clock, Instant } from '../../kernel/time.ts';
import { MINUTE, plus, SECOND } from '../../kernel/time.ts';
import { askElsewhere } from '../../platform/http/ask-elsewhere.ts';
import type { MailServer } from '../../platform/mail/server.ts';
import { isSignInRefused } from '../../platform/mail/server.ts';
import type { HandOver, Letter } from '../../platform/mail/smtp.ts';
import type { Handed } from '../../platform/outward/handed.ts';
import type { Channel } from '../port.ts';
import type { ChannelSecret } from '../secret.ts';
import { mailSettings } from '../settings.ts';

type Token = { accessToken: string; until: Instant };

/** Tokens of OAuth 2.0, each asked for once for as long as it is good; by channel and by what it was had for. */
const tokens = new Map<string, Token>();
/** Nobody has a thousand mailboxes of that kind; a changed secret leaves one behind. */
const MOST = 1_000;
const USUAL_LIFE = 5 * MINUTE;

type Side = { channel: Channel; side: 'imap' | 'smtp'; secret: ChannelSecret; clock: Clock };

/**
 * Does something at one side of a mailbox. Where the server refuses a token that was had earlier (a provider may end one before its time)
 * another is asked for and it is done once more. `refused` says of an answer that signing in was. Throws where the provider gives no token.
 */
export async function atServer<Result>(
  asked: Side,
  work: (server: MailServer) => Promise<Result>,
  refused: (result: Result) => boolean = () => false,
): Promise<Result> {
  const { server, keptAs } = await serverOf(asked);
  try {
    const result = await work(server);
    if (keptAs === null || !refused(result)) return result;
  } catch (fault) {
    if (keptAs === null || !isSignInRefused(fault)) throw fault;
  }
  tokens.delete(keptAs);
  return work((await serverOf(asked)).server);
}

/** Hands a letter to it. */
export function handAt(asked: Side, handOver: HandOver, letter: Letter): Promise<Handed> {
  return atServer(
    asked,
    (server) => handOver(server, letter),
    (handed) => handed.as !== 'taken' && handed.signIn === true,
  );
}

/** Server and credentials; `keptAs` names a token that was had earlier. */
async function serverOf({
  channel,
  side,
  secret,
  clock,
}: Side): Promise<{ server: MailServer; keptAs: string | null }> {
  const settings = mailSettings.parse(channel.settings);
  const { user, auth, oauth } = settings;
  const at = { ...settings[side], user };
  if (auth === 'password') return { server: { ...at, auth: { password: secret.secret } }, keptAs: null };
  if (!oauth) return { server: { ...at, auth: { accessToken: secret.secret } }, keptAs: null };
  const key = `${channel.id} ${channel.secret}`;
  const known = tokens.get(key);
  const isGood = known !== undefined && known.until > clock.now();
  const { accessToken } = isGood ? known : await askForToken(key, oauth, secret, clock);
  return { server: { ...at, auth: { accessToken } }, keptAs: isGood ? key : null };
}

async function askForToken(
  key: string,
  oauth: { tokenUrl: string; clientId: string; scope: string },
  { secret, clientSecret }: ChannelSecret,
  clock: Clock,
): Promise<Token> {
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
  const token = { accessToken: body.access_token, until: plus(clock.now(), life) };
  tokens.set(key, token);
  return token;
}
