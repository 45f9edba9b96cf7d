import { moveCommitments } from '../commitment/commands/move-commitments.ts';
import type { Id } from '../kernel/id.ts';
import { changeOffering } from '../offering/commands/write-offering.ts';
import { offeringsOf, textsOf } from '../offering/list.ts';
import { centreOf } from '../organisation/queries.ts';
import { changeCanned } from '../pack/commands/change-canned.ts';
import { changeKind } from '../pack/commands/change-kind.ts';
import { currentKinds } from '../pack/kinds.ts';
import { settingsVersionOf } from '../pack/settings.ts';
import type { Context, Reaction } from '../platform/context.ts';
import { moveTicketsOfDepartment } from '../ticket/commands/move-department.ts';
import { moveOrdersOfDepartment } from '../work-order/commands/move-department.ts';

type Moved = { workTo: Id<'department'> | null; why: string };
type Between = { from: Id<'department'>; to: Id<'department'>; why: string };

/** A department was given up and its work has somewhere to go: what is open, and the kinds, services and keys of the desk that name it. */
export const moveWorkOfDepartment: Reaction = async (context, event) => {
  const { workTo: to, why } = event.data as Moved;
  if (!to) return;
  const from = event.subject.id as Id<'department'>;
  await moveTicketsOfDepartment(context, from, to);
  await moveOrdersOfDepartment(context, from, to);
  const owed = await context.tx
    .selectFrom('commitment')
    .select('id')
    .where('department_id', '=', from)
    .where('settled_at', 'is', null)
    .execute();
  await moveCommitments(context, { ids: owed.map(({ id }) => id), departmentId: to });
  await renameInRules(context, { from, to, why });
};

/** Each in a new version, with the reason that the department was given up for. */
async function renameInRules(context: Context, { from, to, why }: Between): Promise<void> {
  const rows = await context.tx.selectFrom('department').select(['id', 'key']).where('id', 'in', [from, to]).execute();
  const keyOf = (id: Id<'department'>) => rows.find((row) => row.id === id)!.key;
  const [former, next] = [keyOf(from), keyOf(to)];
  for (const { kind, version } of await currentKinds(context))
    if (kind.department === former)
      await changeKind(context, { kind: { ...kind, department: next }, seen: version, why });
  const { version, settings } = await settingsVersionOf(context);
  const canned = (settings.canned ?? []).map((one) => (one.department === former ? { ...one, department: next } : one));
  if (canned.some((one, at) => one !== settings.canned![at]))
    await changeCanned(context, { canned, seen: version, why });
  for (const one of await offeringsOf(context, await centreOf(context))) {
    if (one.department_id !== from) continue;
    await changeOffering(context, one.id, {
      ...textsOf(one),
      published: one.published,
      kind: one.kind,
      departmentId: to,
      closed: one.closed_at !== null,
      version: one.version,
      why,
    });
  }
}
