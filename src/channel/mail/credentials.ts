import type { Sealer } from '../../auth/sealing.ts';
import type { Clock, Instant } from '../../kernel/time.ts';
import { MINUTE, plus, SECOND } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { askElsewhere } from '../../platform/http/ask-elsewhere.ts';
import type { MailServer } from '../../platform/mail/server.ts';
import { isSignInRefused } from '../../platform/mail/server.ts';
import type { HandOver, Letter } from '../../platform/mail/smtp.ts';
import type { Handed } from '../../platform/outward/handed.ts';
import type { Channel } from '../port.ts';
import type { ChannelSecret } from '../secret.ts';
import { keepSecret } from '../secret.ts';
import { mailSettings } from '../settings.ts';

/** `refresh`: what the next one is asked for with. */
type Token = { accessToken: string; until: Instant; refresh: string };

/** Tokens of OAuth 2.0, each asked for once for as long as it is good; by channel and by what it was had for. */
const tokens = new Map<string, Token>();
/** Nobody has a thousand mailboxes of that kind; a changed secret leaves one behind. */
const MOST = 1_000;
const USUAL_LIFE = 5 * MINUTE;

type Side = {
  channel: Channel;
  side: 'imap' | 'smtp';
  secret: ChannelSecret;
  clock: Clock;
  /** Keeps a secret that the provider gave in place of the channel's; answers with how it is kept. */
  keep(secret: ChannelSecret): Promise<string>;
};

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
  tokens.set(keptAs, { ...tokens.get(keptAs)!, until: asked.clock.now() });
  return work((await serverOf(asked)).server);
}

/** Hands a letter to a mailbox, within the transaction that sends it. */
export function handLetter(
  { sealer, handOver }: { sealer: Sealer; handOver: HandOver },
  { tx, now, organisation }: Context,
  channel: Channel,
  { secret, letter }: { secret: ChannelSecret; letter: Letter },
): Promise<Handed> {
  const keep: Side['keep'] = (given) => keepSecret(sealer, organisation, (work) => work(tx), channel, given);
  return atServer(
    { channel, side: 'smtp', secret, clock: { now: () => now }, keep },
    (server) => handOver(server, letter),
    (handed) => handed.as !== 'taken' && handed.signIn === true,
  );
}

/** Server and credentials; `keptAs` names a token that was had earlier. */
async function serverOf(asked: Side): Promise<{ server: MailServer; keptAs: string | null }> {
  const { channel, side, secret, clock } = asked;
  const settings = mailSettings.parse(channel.settings);
  const { user, auth, oauth } = settings;
  const at = { ...settings[side], user };
  if (auth === 'password') return { server: { ...at, auth: { password: secret.secret } }, keptAs: null };
  if (!oauth) return { server: { ...at, auth: { accessToken: secret.secret } }, keptAs: null };
  const key = keyOf(channel, channel.secret);
  const known = tokens.get(key);
  const isGood = known !== undefined && known.until > clock.now();
  const { accessToken } = isGood ? known : await askForToken(asked, oauth, known?.refresh ?? secret.secret);
  return { server: { ...at, auth: { accessToken } }, keptAs: isGood ? key : null };
}

const keyOf = ({ id }: Channel, sealed: string): string => `${id} ${sealed}`;

async function askForToken(
  { channel, secret, clock, keep }: Side,
  oauth: { tokenUrl: string; clientId: string; scope: string },
  refresh: string,
): Promise<Token> {
  const { clientSecret } = secret;
  const answer = await askElsewhere(oauth.tokenUrl, {
    method: 'POST',
    form: {
      grant_type: 'refresh_token',
      refresh_token: refresh,
      client_id: oauth.clientId,
      ...(clientSecret === null ? {} : { client_secret: clientSecret }),
      ...(oauth.scope === '' ? {} : { scope: oauth.scope }),
    },
  });
  const body = answer?.body as Partial<
    Record<'access_token' | 'refresh_token' | 'expires_in' | 'error', unknown>
  > | null;
  if (typeof body?.access_token !== 'string')
    throw new Error(`The provider gave no token: ${typeof body?.error === 'string' ? body.error : 'no answer'}`);
  const life = typeof body.expires_in === 'number' ? body.expires_in * SECOND - MINUTE : USUAL_LIFE;
  if (tokens.size >= MOST) tokens.clear();
  // Microsoft gives another each time, and lets the former end sooner or later
  const given = typeof body.refresh_token === 'string' && body.refresh_token !== '' ? body.refresh_token : refresh;
  const token = { accessToken: body.access_token, until: plus(clock.now(), life), refresh: given };
  tokens.set(keyOf(channel, channel.secret), token);
  if (given !== refresh) tokens.set(keyOf(channel, await keep({ ...secret, secret: given })), token);
  return token;
}
