import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import { actingPerson } from '../platform/context.ts';
import { momentOrNotYet, momentOut } from '../platform/http/shapes.ts';
import { withOwnHands } from './auth.ts';
import { requiredFrom, securityOf } from './security.ts';

export const codeTyped = z.string().trim().min(1).max(40).describe('Six digits of the app, or a backup code');

/** Guesses at codes are counted by person, apart from those at passwords. */
export function guessesAt(personId: string): string {
  return `second factor ${personId}`;
}

export const waitsForOut = z
  .enum(['code', 'enrolment', 'password'])
  .nullable()
  .describe(
    'What is still owed: a code of the second factor, setting one up, or a new password; null: nothing, you are in',
  );

export const ownFactorOut = z.object({
  since: momentOrNotYet.describe('Since when there is a second factor; null: there is none'),
  backupLeft: z.number().int().describe('Backup codes that are not used yet'),
  required: z.boolean().describe('The house requires one of you'),
  requiredFrom: momentOut.nullable().describe('From when it is required; null: at once, or not at all'),
  trustedDevices: z.number().int().describe('Browsers that are not asked for a code'),
});

export const enrolmentOut = z.object({
  secret: z.string().describe('For an app that cannot read the square; base32'),
  address: z.string().describe('What the square says: an otpauth address'),
  square: z.string().describe('The square that the app reads: an image as a data address'),
});

export const backupCodesOut = z.object({
  backupCodes: z.array(z.string()).describe('Each opens the door once without the telephone; shown only now'),
});

export const confirmedOut = backupCodesOut.extend({ waitsFor: waitsForOut });

/** How a person's own second factor stands. */
export async function ownFactor(context: Context): Promise<z.input<typeof ownFactorOut>> {
  withOwnHands(context.actor);
  const { tx, now } = context;
  const personId = actingPerson(context);
  const factor = await tx
    .selectFrom('second_factor')
    .select('confirmed_at')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const left = await tx
    .selectFrom('backup_code')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  const devices = await tx
    .selectFrom('trusted_device')
    .select((row) => row.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  const asked = requiredFrom(await securityOf(tx), await postsOf(context));
  return {
    since: factor?.confirmed_at ?? null,
    backupLeft: Number(left.n),
    required: asked.required,
    requiredFrom: asked.required ? asked.from : null,
    trustedDevices: Number(devices.n),
  };
}

async function postsOf(context: Context) {
  const rows = await context.tx
    .selectFrom('person_post')
    .select('post_id')
    .where('person_id', '=', actingPerson(context))
    .execute();
  return rows.map(({ post_id }) => post_id);
}
