import type { Tx } from '../../platform/tx.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Id } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { digest, newCode, readCode } from '../digest.ts';
import type { Sealer } from '../sealing.ts';
import { BACKUP_CODES, sealedFor } from '../second-factor.ts';
import { stepOf } from '../totp.ts';

const TYPED_BY_APP = /^[\d\s]{6,9}$/;

/**
 * Takes a code of the acting person: of the telephone, each once, or a backup code, each once. Throws Invalid for any other;
 * which it was is not told. Whoever calls counts the attempts.
 */
export async function takeCode(
  context: Context,
  sealer: Sealer,
  typed: string,
  { unconfirmed = false } = {},
): Promise<{ by: 'app' | 'backup' }> {
  const { tx } = context;
  const personId = actingPerson(context);
  const factor = await tx
    .selectFrom('second_factor')
    .select(['secret', 'last_step', 'confirmed_at'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!factor || (factor.confirmed_at === null) !== unconfirmed)
    throw new Invalid('second_factor.code_wrong', { path: 'code' });
  if (!TYPED_BY_APP.test(typed.trim())) {
    if (!(await takeBackupCode(context, personId, typed)))
      throw new Invalid('second_factor.code_wrong', { path: 'code' });
    return { by: 'backup' };
  }
  const secret = await sealer.open(factor.secret, sealedFor(context.organisation.schema, personId));
  const step = await stepOf(secret, typed, context.now, factor.last_step);
  if (step === null) throw new Invalid('second_factor.code_wrong', { path: 'code' });
  await tx.updateTable('second_factor').set({ last_step: step }).where('person_id', '=', personId).execute();
  return { by: 'app' };
}

/** A backup code that was used is known to have been: its person sees how many are left. */
async function takeBackupCode(context: Context, personId: Id<'person'>, typed: string): Promise<boolean> {
  const used = await context.tx
    .updateTable('backup_code')
    .set({ used_at: context.now })
    .where('person_id', '=', personId)
    .where('hash', '=', digest(readCode(typed)))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (Number(used.numUpdatedRows) === 0) return false;
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.backup_code_used' });
  return true;
}

/** Ten new backup codes in place of those before; only their digests are kept. */
export async function newBackupCodes(tx: Tx, personId: Id<'person'>): Promise<string[]> {
  const codes = Array.from({ length: BACKUP_CODES }, newCode);
  await tx.deleteFrom('backup_code').where('person_id', '=', personId).execute();
  await tx
    .insertInto('backup_code')
    .values(codes.map((code) => ({ person_id: personId, hash: digest(code), used_at: null })))
    .execute();
  return codes;
}
