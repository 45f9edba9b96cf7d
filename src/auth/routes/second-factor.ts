import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { Edge } from '../../platform/http/edge.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import type { Route } from '../../platform/http/route.ts';
import { drawSquare } from '../../platform/square.ts';
import { signedIn } from '../../platform/http/identify.ts';
import { DAY, SECOND } from '../../kernel/time.ts';
import { beginSecondFactor } from '../commands/begin-second-factor.ts';
import { confirmSecondFactor } from '../commands/confirm-second-factor.ts';
import { letIn, trustDevice } from '../commands/let-in.ts';
import { takeCode } from '../commands/take-code.ts';
import { actingPerson } from '../../platform/context.ts';
import { counted } from '../counted.ts';
import { typedPassword } from '../inputs.ts';
import type { AuthParts } from '../parts.ts';
import { provePassword } from '../prove-password.ts';
import { codeTyped, confirmedOut, enrolmentOut, guessesAt, waitsForOut } from '../second-factor-view.ts';
import { totpAddress } from '../totp.ts';
import type { Waiting } from '../waiting.ts';
import { asPerson, trustedCookie, waitingAt, waitingFor } from '../waiting.ts';

const tag = 'Second factor';

function enter({ database, sealer }: AuthParts): Route {
  return edgeRoute({
    name: 'signInCode',
    method: 'POST',
    path: '/sign-in/code',
    admits: 'anyone',
    tag: 'Signing in',
    summary: 'The code of the second factor, after the password; the session is good from then on',
    body: z.strictObject({
      code: codeTyped,
      trust: z.boolean().default(false).describe('Do not ask this browser again for a while'),
    }),
    answer: z.object({ waitsFor: waitsForOut }),
    async atEdge(edge, { body }) {
      const waiting = await waitingFor(database, edge, 'code');
      const { waitsFor, trusted } = await counted(database, edge, guessesAt(waiting.personId), () =>
        edge.transact(async (nobody) => {
          const context = await asPerson(nobody, waiting.personId);
          await takeCode(context, sealer, body.code);
          const owed = await letIn(context, waiting);
          return { waitsFor: owed, trusted: body.trust ? await trustDevice(context) : null };
        }),
      );
      if (trusted) edge.cookies.set(trustedCookie(edge.organisation), trusted.token, (trusted.days * DAY) / SECOND);
      return { waitsFor };
    },
  });
}

/** Somebody signed in, or on the way in who must set one up first. */
async function enrolling({ database }: AuthParts, edge: Edge): Promise<{ waiting: Waiting | null; personId: string }> {
  if (edge.caller) return { waiting: null, personId: edge.caller.personId };
  const waiting = await waitingAt(database, edge);
  if (waiting?.waitsFor === 'enrolment') return { waiting, personId: waiting.personId };
  return { waiting: null, personId: signedIn(null).personId };
}

async function actingIn(context: Context, waiting: Waiting | null): Promise<Context> {
  return waiting ? asPerson(context, waiting.personId) : context;
}

function begin(parts: AuthParts): Route {
  return edgeRoute({
    name: 'beginSecondFactor',
    method: 'POST',
    path: '/me/second-factor/begin',
    admits: 'anyone',
    tag,
    summary: 'A secret for an authenticator app; asked for only once a code of it has been confirmed',
    about: 'By whoever is signed in, with the password; and by whoever must set one up before coming in, without it.',
    body: z.strictObject({ password: typedPassword.optional() }),
    answer: enrolmentOut,
    async atEdge(edge, { body }) {
      const { waiting } = await enrolling(parts, edge);
      if (!waiting) await provePassword(parts.database, edge, body.password ?? '', 'password');
      const { secret, username } = await edge.transact(async (given) => {
        const context = await actingIn(given, waiting);
        const { secret: made } = await beginSecondFactor(context, parts.sealer);
        return { secret: made, username: await usernameOf(context) };
      });
      const address = await totpAddress(secret, edge.organisation.name, username);
      return { secret, address, square: await drawSquare(address) };
    },
  });
}

async function usernameOf(context: Context): Promise<string> {
  const { tx } = context;
  const row = await tx
    .selectFrom('person')
    .select('username')
    .where('id', '=', actingPerson(context))
    .executeTakeFirstOrThrow();
  return row.username;
}

function confirm(parts: AuthParts): Route {
  return edgeRoute({
    name: 'confirmSecondFactor',
    method: 'POST',
    path: '/me/second-factor/confirm',
    admits: 'anyone',
    tag,
    summary: 'A first code turns the second factor on; answers with ten backup codes, shown once',
    body: z.strictObject({ code: codeTyped }),
    answer: confirmedOut,
    async atEdge(edge, { body }) {
      const { waiting, personId } = await enrolling(parts, edge);
      return counted(parts.database, edge, guessesAt(personId), () =>
        edge.transact(async (given) => {
          const context = await actingIn(given, waiting);
          const codes = await confirmSecondFactor(context, parts.sealer, body.code);
          return { backupCodes: codes, waitsFor: waiting ? await letIn(context, waiting) : null };
        }),
      );
    },
  });
}

/** Coming in with a second factor, and setting one up. */
export function secondFactorRoutes(parts: AuthParts): Route[] {
  return [enter(parts), begin(parts), confirm(parts)];
}
