import { z } from 'zod';
import { actingPerson } from '../../platform/context.ts';
import { edgeRoute } from '../../platform/http/edge-route.ts';
import { signedIn } from '../../platform/http/identify.ts';
import type { Route } from '../../platform/http/route.ts';
import { route } from '../../platform/http/route.ts';
import { done, id, line, OK } from '../../platform/http/shapes.ts';
import { withOwnHands } from '../auth.ts';
import { renewBackupCodes } from '../commands/confirm-second-factor.ts';
import { endSecondFactor, forgetTrustedDevices, resetSecondFactor } from '../commands/end-second-factor.ts';
import { counted } from '../counted.ts';
import { typedPassword } from '../inputs.ts';
import type { AuthParts } from '../parts.ts';
import { provePassword } from '../prove-password.ts';
import { backupCodesOut, codeTyped, guessesAt, ownFactor, ownFactorOut } from '../second-factor-view.ts';

const tag = 'Second factor';

function renew({ database, sealer }: AuthParts): Route {
  return edgeRoute({
    name: 'renewBackupCodes',
    method: 'POST',
    path: '/me/second-factor/backup-codes',
    admits: 'signed-in',
    tag,
    summary: 'Ten new backup codes, against a code; those before are worth nothing',
    body: z.strictObject({ code: codeTyped }),
    answer: backupCodesOut,
    async atEdge(edge, { body }) {
      const { personId } = signedIn(edge.caller);
      const backupCodes = await counted(database, edge, guessesAt(personId), () =>
        edge.transact((context) => renewBackupCodes(context, sealer, body.code)),
      );
      return { backupCodes };
    },
  });
}

function turnOff({ database, sealer }: AuthParts): Route {
  return edgeRoute({
    name: 'endSecondFactor',
    method: 'POST',
    path: '/me/second-factor/end',
    admits: 'signed-in',
    tag,
    summary: 'Turn your second factor off, with your password and a code',
    body: z.strictObject({ password: typedPassword, code: codeTyped }),
    answer: done,
    async atEdge(edge, { body }) {
      const { personId } = signedIn(edge.caller);
      await provePassword(database, edge, body.password, 'password');
      await counted(database, edge, guessesAt(personId), () =>
        edge.transact((context) => endSecondFactor(context, sealer, body.code)),
      );
      return OK;
    },
  });
}

const others = [
  route({
    name: 'mySecondFactor',
    method: 'GET',
    path: '/me/second-factor',
    admits: 'signed-in',
    tag,
    summary: 'Whether you have a second factor, and what the house requires',
    answer: ownFactorOut,
    handle: ownFactor,
  }),
  route({
    name: 'forgetTrustedDevices',
    method: 'DELETE',
    path: '/me/trusted-devices',
    admits: 'signed-in',
    tag,
    summary: 'Every browser is asked for the code again',
    answer: done,
    async handle(context) {
      withOwnHands(context.actor);
      await forgetTrustedDevices(context.tx, actingPerson(context));
      return OK;
    },
  }),
  route({
    name: 'resetSecondFactor',
    method: 'POST',
    path: '/people/:id/second-factor/reset',
    admits: 'people.edit',
    tag: 'People',
    summary: 'Take the second factor from somebody who lost the telephone; all sessions end',
    params: z.object({ id: id('person') }),
    body: z.strictObject({ why: line.describe('How it was made sure who asks; kept') }),
    answer: done,
    async handle(context, { params, body }) {
      await resetSecondFactor(context, params.id, body.why);
      return OK;
    },
  }),
];

/** A second factor that is set up: looking at it, its backup codes, turning it off, and the administrator's way out. */
export function ownFactorRoutes(parts: AuthParts): Route[] {
  return [renew(parts), turnOff(parts), ...others];
}
