import type { Id } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson, soonest } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { missingFields, whyNotPreview, whyNotRun, whyNotStop, whyNotUndo } from '../in/import.ts';
import { LISTS_IN_BY_RIGHT } from '../in/keys.ts';
import type { ListIn } from '../in/list-in.ts';
import { listIn } from '../in/lists-in.ts';
import { mayHandle } from '../in/may-handle.ts';

type ImportId = Id<'import'>;

async function lockImport(context: Context, id: ImportId) {
  const row = await context.tx
    .selectFrom('list_import')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row || !mayHandle(context.actor, row.person_id)) throw new NotFound('import.unknown');
  const list = listIn(row.list);
  orForbid(can(context.actor, LISTS_IN_BY_RIGHT[list.key], {}));
  return { row, list, standing: { state: row.state, forgotten: row.forgotten_at !== null } };
}

type Way = 'previewing' | 'running' | 'undoing';

/** The runner does it in the name of whoever asked, with no more rights than he had as he asked. */
async function begin(context: Context, id: ImportId, state: Way, mapping?: Record<string, number>): Promise<void> {
  await context.tx
    .updateTable('list_import')
    .set({
      state,
      stop_asked: false,
      done: 0,
      started_at: context.now,
      ended_at: null,
      lease: null,
      leased_until: null,
      person_id: actingPerson(context),
      only_rights: context.actor.only ? [...context.actor.only] : null,
      ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
    })
    .where('id', '=', id)
    .execute();
  await record(context, { subject: { type: 'import', id }, type: `import.${state}` });
  context.signals.outboxAt = soonest(context.signals.outboxAt, context.now);
}

/** Which column holds what, and a look at what would come of it. */
export async function previewImport(context: Context, id: ImportId, mapping: Record<string, number>): Promise<void> {
  const { row, list, standing } = await lockImport(context, id);
  orRefuse(whyNotPreview(standing));
  refuseMapping(list, row.headers.length, mapping);
  await begin(context, id, 'previewing', mapping);
}

function refuseMapping(list: ListIn, columns: number, mapping: Record<string, number>): void {
  const known = new Set(list.fields.map(({ key }) => key));
  for (const [field, column] of Object.entries(mapping)) {
    if (!known.has(field)) throw new Invalid('import.field_unknown', { path: `mapping.${field}`, field });
    if (column >= columns) throw new Invalid('import.column_unknown', { path: `mapping.${field}`, column });
  }
  const [missing] = missingFields(list.fields, mapping);
  if (missing) throw new Invalid('import.field_needed', { path: `mapping.${missing}`, field: missing });
}

/** Takes the rows as they were looked at; what was stopped goes on where it stood. */
export async function runImport(context: Context, id: ImportId): Promise<void> {
  const { row, standing } = await lockImport(context, id);
  orRefuse(whyNotRun(standing));
  if (row.state === 'previewed')
    await context.tx
      .updateTable('list_import_row')
      .set({ result: null, why: null, former: null, subject_id: null })
      .where('import_id', '=', id)
      .execute();
  await begin(context, id, 'running');
}

/** Takes the whole import back, the last row first; what something followed on stays, and says why. */
export async function undoImport(context: Context, id: ImportId): Promise<void> {
  const { standing } = await lockImport(context, id);
  orRefuse(whyNotUndo(standing));
  await begin(context, id, 'undoing');
}

/** After the batch in hand. */
export async function stopImport(context: Context, id: ImportId): Promise<void> {
  const { standing } = await lockImport(context, id);
  orRefuse(whyNotStop(standing));
  await context.tx.updateTable('list_import').set({ stop_asked: true }).where('id', '=', id).execute();
}
