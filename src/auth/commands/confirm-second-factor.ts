import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { withOwnHands } from '../auth.ts';
import type { Sealer } from '../sealing.ts';
import { newBackupCodes, takeCode } from './take-code.ts';

/** A first code proves that the telephone knows the secret: from now on it is asked for. Answers with the backup codes. */
export async function confirmSecondFactor(context: Context, sealer: Sealer, code: string): Promise<string[]> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  await takeCode(context, sealer, code, { unconfirmed: true });
  await context.tx
    .updateTable('second_factor')
    .set({ confirmed_at: context.now })
    .where('person_id', '=', personId)
    .execute();
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.second_factor_on' });
  return newBackupCodes(context.tx, personId);
}

/** Ten new backup codes; those before open nothing any more. */
export async function renewBackupCodes(context: Context, sealer: Sealer, code: string): Promise<string[]> {
  withOwnHands(context.actor);
  const personId = actingPerson(context);
  await takeCode(context, sealer, code);
  await record(context, { subject: { type: 'person', id: personId }, type: 'person.backup_codes_made' });
  return newBackupCodes(context.tx, personId);
}
