import { formerOf } from '../../kernel/former.ts';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, Refused } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { orNotHere } from '../../organisation/here.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { actingPerson } from '../../platform/context.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import type { BodyRow } from '../facts.ts';
import { bodyKinds, lockBody } from '../facts.ts';
import type { ChangeBody, NewBody } from '../inputs.ts';
import { oweTouch } from './owe.ts';
import { keepBefore } from './keep-before.ts';

async function orUnknownKind(context: Context, key: string): Promise<void> {
  if (!(await bodyKinds(context)).some((one) => one.key === key))
    throw new Invalid('liaison.kind_unknown', { path: 'kind' });
}

/** A body outside the house is kept, with who of ours keeps up with it (EXTR-01, EXTR-02). The same id again keeps nothing twice. */
export async function keepBody(context: Context, input: NewBody): Promise<Id<'liaison_body'>> {
  const { tx, now } = context;
  const id = input.id ?? newId<'liaison_body'>(now);
  if (await tx.selectFrom('liaison_body').select('id').where('id', '=', id).executeTakeFirst()) return id;
  const centreId = await centreOf(context);
  orForbid(can(context.actor, 'liaison.log', { centreId }));
  await orUnknownKind(context, input.kind);
  await orNotHere(tx, [input.personId], 'personId');
  const body: BodyRow = {
    id,
    centre_id: centreId,
    ...fieldsOf(input),
    by_id: actingPerson(context),
    at: now,
    ended_at: null,
  };
  await tx.insertInto('liaison_body').values(body).execute();
  await oweTouch(context, body, null);
  await record(context, {
    subject: { type: 'liaison_body', id },
    type: 'liaison_body.kept',
    data: { kind: body.kind },
  });
  return id;
}

function fieldsOf({ kind, name, phone, address, about, personId, every }: Omit<NewBody, 'id'>) {
  return { kind, name, phone, address, about, person_id: personId, every };
}

/** What is kept of a body is corrected; what it said before stays readable. */
export async function changeBody(context: Context, id: Id<'liaison_body'>, input: ChangeBody): Promise<void> {
  const body = await lockBody(context, id);
  orForbid(can(context.actor, 'liaison.log', { centreId: body.centre_id }));
  await expectVersion(context, id, input.seen);
  if (input.kind !== body.kind) await orUnknownKind(context, input.kind);
  if (input.personId !== body.person_id) await orNotHere(context.tx, [input.personId], 'personId');
  if (input.ended && (await hasOpenMatters(context, id))) throw new Refused('liaison.matters_open');
  const next = { ...fieldsOf(input), ended_at: input.ended ? (body.ended_at ?? context.now) : null };
  const before = formerOf<BodyRow>(body, next);
  await keepBefore(context, id, before);
  await context.tx.updateTable('liaison_body').set(next).where('id', '=', id).execute();
  const owes = ['every', 'person_id', 'ended_at'] as const;
  if (owes.some((field) => field in before)) await oweTouch(context, { ...body, ...next }, null);
  await record(context, {
    subject: { type: 'liaison_body', id },
    type: 'liaison_body.changed',
    data: { fields: Object.keys(before) },
  });
}

async function hasOpenMatters({ tx }: Context, id: Id<'liaison_body'>): Promise<boolean> {
  const open = await tx
    .selectFrom('liaison_matter')
    .select('id')
    .where('body_id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}
