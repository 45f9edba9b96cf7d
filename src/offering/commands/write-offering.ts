import type { z } from 'zod';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { json } from '../../kernel/json.ts';
import { Invalid, NotFound, Stale } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { departmentHere } from '../../organisation/here.ts';
import { centreOf } from '../../organisation/queries.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { addOfferingInput, changeOfferingInput, OfferingFacts } from '../inputs.ts';

/** Something the centre offers or knows of (CONS-02, WORK-08). */
export async function addOffering(context: Context, input: z.output<typeof addOfferingInput>): Promise<Id<'offering'>> {
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'limit.edit', { centreId }));
  await orUnknown(context, input, centreId);
  const id = input.id ?? newId<'offering'>(context.now);
  const { kind, departmentId: department_id, key = `service_${id.slice(-12)}` } = input;
  const written = await context.tx
    .insertInto('offering')
    .values({ id, key, centre_id: centreId, kind, department_id, version: 1, closed_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(written.numInsertedOrUpdatedRows) === 0) return id;
  await writeVersion(context, id, 1, input);
  await record(context, { subject: { type: 'offering', id }, type: 'offering.added', data: { key, kind } });
  return id;
}

/** A new version; what was said before stays as it was, with who said it. */
export async function changeOffering(
  context: Context,
  id: Id<'offering'>,
  input: z.output<typeof changeOfferingInput>,
): Promise<void> {
  const { tx, now } = context;
  const found = await tx.selectFrom('offering').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!found) throw new NotFound('offering.unknown');
  orForbid(can(context.actor, 'limit.edit', { centreId: found.centre_id }));
  if (found.version !== input.version) throw new Stale('stale', { seen: input.version, version: found.version });
  await orUnknown(context, input, found.centre_id);
  const version = found.version + 1;
  await writeVersion(context, id, version, input);
  await tx
    .updateTable('offering')
    .set({
      version,
      kind: input.kind,
      department_id: input.departmentId,
      closed_at: input.closed ? (found.closed_at ?? now) : null,
    })
    .where('id', '=', id)
    .execute();
  const data = { version, closed: input.closed, published: input.published };
  await record(context, { subject: { type: 'offering', id }, type: 'offering.changed', data });
}

async function orUnknown(
  context: Context,
  { kind, departmentId }: OfferingFacts,
  centreId: Id<'centre'>,
): Promise<void> {
  if (departmentId !== null) await departmentHere(context.tx, departmentId, centreId);
  if (kind === null) return;
  if (departmentId === null) throw new Invalid('offering.nobody_does_it', { path: 'departmentId' });
  if (!(await currentKinds(context)).some((one) => one.kind.key === kind)) throw new NotFound('kind.unknown');
}

async function writeVersion(
  context: Context,
  id: Id<'offering'>,
  version: number,
  facts: OfferingFacts,
): Promise<void> {
  await context.tx
    .insertInto('offering_version')
    .values({
      offering_id: id,
      version,
      name: json(facts.name),
      features: json(facts.features),
      price: json(facts.price),
      discount: json(facts.discount),
      steps: json(facts.steps),
      method: json(facts.method),
      usual_time: json(facts.usualTime),
      unit: json(facts.unit),
      hours: json(facts.hours),
      amount: facts.amount,
      published: facts.published,
      by_id: context.actor.personId,
      why: facts.why ?? null,
      at: context.now,
    })
    .execute();
}
