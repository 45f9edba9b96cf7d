import type { Actor } from '../../organisation/can.ts';
import { can, holds, nobody } from '../../organisation/can.ts';
import { Forbidden, NotSignedIn } from '../../kernel/refusal.ts';
import type { Context, Organisation } from '../context.ts';
import { noSignals } from '../context.ts';
import type { Caller } from './identify.ts';
import { signedIn } from './identify.ts';
import type { Route } from './route.ts';
import type { ServerParts } from './server.ts';

/** What a command receives: who acts, with which posts, refused here already where no post gives the route's right. */
export async function contextFor(
  parts: ServerParts,
  organisation: Organisation,
  caller: Caller | null,
  { admits, token }: Pick<Route, 'admits' | 'token'>,
  tx: Context['tx'],
): Promise<Context> {
  const base = { tx, now: parts.clock.now(), organisation, signals: noSignals(), react: parts.react, depth: 0 };
  if (admits === 'anyone' && !caller) return { ...base, actor: nobody };
  const actor = await parts.identify.actorOf(tx, signedIn(caller).personId);
  if (!actor) throw new NotSignedIn('sign_in.needed');
  const context = { ...base, actor: caller?.only ? { ...actor, only: caller.only } : actor };
  if (admits === 'signed-in') orNotByToken(context.actor, token);
  if (admits !== 'anyone' && admits !== 'signed-in' && !holds(context.actor, admits)) {
    const why = can(context.actor, admits, {});
    throw new Forbidden(why?.code ?? 'right.missing', why?.params);
  }
  return context;
}

/** What anybody signed in may do, a token may only where it was given for that. */
function orNotByToken(actor: Actor, token: Route['token']): void {
  if (actor.only === undefined || token === 'any') return;
  if (token === undefined) throw new Forbidden('token.not_for_this');
  if (!token.some((right) => holds(actor, right))) throw new Forbidden('right.missing', { right: token[0]! });
}
