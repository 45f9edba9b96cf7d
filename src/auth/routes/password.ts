import { z } from 'zod';
import type { Database } from '../../platform/db.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { signedIn } from '../../platform/http/identify.ts';
import { letIn } from '../commands/let-in.ts';
import { securityOf } from '../security.ts';
import { tablesOf } from '../store.ts';
import { asPerson, waitingFor } from '../waiting.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { done, id, OK } from '../../platform/http/shapes.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { counted } from '../counted.ts';
import { changePassword as change } from '../commands/change-password.ts';
import { makePasswordCode } from '../commands/make-password-code.ts';
import { usePasswordCode } from '../commands/use-password-code.ts';
import { changePassword, codeMade, passwordByCode } from '../inputs.ts';
import type { AuthParts } from '../parts.ts';
import { refuseFormer } from '../former-passwords.ts';
import type { Holder } from '../password.ts';
import { whyNotPassword } from '../password.ts';
import { hashPassword } from '../password-hash.ts';
import { ownPassword, provePassword } from '../prove-password.ts';

/** The form of a new password, by the house's rules; whether it was used before is asked when it is clear who he is. */
async function refusePassword(database: Database, edge: Edge, password: string, holder: Holder): Promise<void> {
  const { passwords } = await securityOf(tablesOf(database, edge.organisation.schema));
  const why = whyNotPassword(password, holder, passwords.least);
  if (why) throw new Invalid(why.code, { path: 'password', ...why.params });
}

function byCode({ database }: AuthParts): Route {
  return edgeRoute({
    name: 'passwordByCode',
    method: 'POST',
    path: '/password-by-code',
    admits: 'anyone',
    tag: 'Signing in',
    summary:
      'Choose a new password with the one-time code an administrator gave out; ends all sessions and personal tokens',
    body: passwordByCode,
    answer: done,
    async atEdge(edge, { body }) {
      await refusePassword(database, edge, body.password, body);
      await counted(database, edge, body.username, async () => {
        // hashed before anything is looked up: the time it takes tells nothing about the name or the code
        const hash = await hashPassword(body.password);
        await edge.transact((context) => usePasswordCode(context, { ...body, hash, typed: body.password }));
      });
      return OK;
    },
  });
}

function ownChange({ database }: AuthParts): Route {
  return edgeRoute({
    name: 'changePassword',
    method: 'PUT',
    path: '/me/password',
    admits: 'signed-in',
    tag: 'Me',
    summary: 'Change your password; your other sessions end, personal tokens only if asked',
    body: changePassword,
    answer: done,
    async atEdge(edge, { body }) {
      const own = await edge.transact(ownPassword);
      await refusePassword(database, edge, body.password, own);
      await provePassword(database, edge, body.current, 'current');
      const { personId } = signedIn(edge.caller);
      await edge.transact(({ tx }) => refuseFormer(tx, personId, body.password));
      const next = await hashPassword(body.password);
      const ending = { current: edge.caller?.sessionId, alsoTokens: body.endTokens };
      await edge.transact((context) => change(context, next, ending));
      return OK;
    },
  });
}

/** Older than the house lets one grow: another, before anything else. What was proven to come this far stays proven. */
function expired({ database }: AuthParts): Route {
  return edgeRoute({
    name: 'signInPassword',
    method: 'POST',
    path: '/sign-in/password',
    admits: 'anyone',
    tag: 'Signing in',
    summary: 'A new password in place of one that is too old; the session is good from then on',
    body: changePassword.pick({ password: true }),
    answer: done,
    async atEdge(edge, { body }) {
      const waiting = await waitingFor(database, edge, 'password');
      await refusePassword(database, edge, body.password, waiting);
      const hash = await hashPassword(body.password);
      await edge.transact(async (nobody) => {
        const context = await asPerson(nobody, waiting.personId);
        await refuseFormer(context.tx, waiting.personId, body.password);
        await change(context, hash, { current: waiting.sessionId, alsoTokens: false });
        await letIn(context, waiting);
      });
      return OK;
    },
  });
}

/** At the edge, so that the answer with the code is not kept for a repeated request. */
const makeCode = edgeRoute({
  name: 'makePasswordCode',
  method: 'POST',
  path: '/people/:id/password-code',
  admits: 'people.edit',
  tag: 'People',
  summary: 'Make a one-time code with which a person chooses a new password; valid for a day, shown once',
  params: z.object({ id: id('person') }),
  answer: codeMade,
  status: 201,
  atEdge: (edge, { params }) => edge.transact((context) => makePasswordCode(context, params.id)),
});

export function passwordRoutes(parts: AuthParts): Route[] {
  return [byCode(parts), ownChange(parts), expired(parts), makeCode];
}
