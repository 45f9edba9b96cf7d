import { z } from 'zod';
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
import { whyNotPassword } from '../password.ts';
import { hashPassword } from '../password-hash.ts';
import { ownPassword, provePassword } from '../prove-password.ts';

function refusePassword(password: string, username: string): void {
  const why = whyNotPassword(password, username);
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
      refusePassword(body.password, body.username);
      await counted(database, edge, body.username, async () => {
        // hashed before anything is looked up: the time it takes tells nothing about the name or the code
        const hash = await hashPassword(body.password);
        await edge.transact((context) => usePasswordCode(context, { ...body, hash }));
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
      const { username } = await edge.transact(ownPassword);
      refusePassword(body.password, username);
      await provePassword(database, edge, body.current, 'current');
      const next = await hashPassword(body.password);
      const ending = { current: edge.caller?.sessionId, alsoTokens: body.endTokens };
      await edge.transact((context) => change(context, next, ending));
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
  return [byCode(parts), ownChange(parts), makeCode];
}
