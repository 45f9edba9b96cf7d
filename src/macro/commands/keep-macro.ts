import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, orRefuse, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { changeMacroInput, macroInput } from '../inputs.ts';
import { whyNotEdit, whyNotSteps } from '../macro.ts';

/** Keeps a row of acts under a name: one's own, or, by whoever distributes the work, for everybody of the centre. */
export async function keepMacro(context: Context, input: z.output<typeof macroInput>): Promise<Id<'macro'>> {
  const id = input.id ?? newId<'macro'>(context.now);
  const centreId = await centreOf(context);
  if (input.shared) orForbid(can(context.actor, 'ticket.assign', { centreId }));
  refuseSteps(input.steps);
  const made = await context.tx
    .insertInto('macro')
    .values({ id, owner_id: input.shared ? null : actingPerson(context), centre_id: centreId, version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(made.numInsertedOrUpdatedRows) === 0) return id;
  await writeVersion(context, id, 1, input);
  return id;
}

/** A new version; the former ones stay readable. */
export async function changeMacro(
  context: Context,
  id: Id<'macro'>,
  input: z.output<typeof changeMacroInput>,
): Promise<number> {
  const macro = await lockMacro(context, id);
  if (macro.version !== input.version) throw new Stale('stale', { seen: input.version, version: macro.version });
  refuseSteps(input.steps);
  const version = macro.version + 1;
  await context.tx.updateTable('macro').set({ version }).where('id', '=', id).execute();
  await writeVersion(context, id, version, input);
  return version;
}

/** Nobody runs it any more. */
export async function retireMacro(context: Context, id: Id<'macro'>): Promise<void> {
  await lockMacro(context, id);
  await context.tx.updateTable('macro').set({ retired_at: context.now }).where('id', '=', id).execute();
  await record(context, { subject: { type: 'macro', id }, type: 'macro.retired' });
}

async function lockMacro(context: Context, id: Id<'macro'>) {
  const macro = await context.tx
    .selectFrom('macro')
    .selectAll()
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!macro) throw new NotFound('macro.unknown');
  const share = can(context.actor, 'ticket.assign', { centreId: macro.centre_id });
  orRefuse(whyNotEdit(macro, context.actor.personId, share));
  return macro;
}

function refuseSteps(steps: z.output<typeof macroInput>['steps']): void {
  const why = whyNotSteps(steps);
  if (why) throw new Invalid(why.code, { ...why.params, path: 'steps' });
}

async function writeVersion(
  context: Context,
  id: Id<'macro'>,
  version: number,
  { name, steps }: Pick<z.output<typeof macroInput>, 'name' | 'steps'>,
): Promise<void> {
  await context.tx
    .insertInto('macro_version')
    .values({ macro_id: id, version, name, steps: json(steps), by_id: actingPerson(context), at: context.now })
    .execute();
  await record(context, { subject: { type: 'macro', id }, type: 'macro.kept', data: { version } });
}
