import type { Selectable } from 'kysely';
import type { Id } from '../kernel/id.ts';
import { NotFound } from '../kernel/refusal.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { rulesOf } from '../attendance/facts.ts';
import { linesOf } from '../attendance/month-facts.ts';
import { can } from '../organisation/can.ts';
import type { Context } from '../platform/context.ts';
import { USUAL_WAGES } from './rules.ts';
import type { WageTableTable } from './table.ts';
import type { WageLine } from './wage.ts';
import { wageOf } from './wage.ts';

export type WageTable = Selectable<WageTableTable>;

/** Nobody but whoever holds the right; being above somebody does not show his wage. */
export function whyNotSeeWages({ actor }: Context, centreId: Id<'centre'>): Refusal | null {
  return can(actor, 'wage.see', { people: [], departments: [], centreId });
}

export async function lockTable({ tx }: Context, id: Id<'wage_table'>): Promise<WageTable> {
  const found = await tx.selectFrom('wage_table').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
  if (!found) throw new NotFound('wage.unknown');
  return found;
}

/** As the table was closed; else computed from the reviewed month, base wages and what was added by hand, by the rules of today. */
export async function wageLines(context: Context, table: WageTable): Promise<WageLine[]> {
  if (table.lines !== null) return table.lines as WageLine[];
  const month = await context.tx
    .selectFrom('attendance_month')
    .selectAll()
    .where('id', '=', table.month_id)
    .executeTakeFirstOrThrow();
  const { wages: rules = USUAL_WAGES, leaveKinds: kinds } = await rulesOf(context);
  const attended = await linesOf(context, month);
  const bases = await basesIn(context, table.begins);
  const byHand = Map.groupBy(await adjustmentsOf(context, table.id), ({ person_id }) => person_id);
  return attended.map((line) =>
    wageOf(line, bases.get(line.personId) ?? null, {
      rules,
      kinds,
      byHand: (byHand.get(line.personId) ?? []).map(({ amount }) => amount),
    }),
  );
}

/** What each earns in a month: by the entry from the latest month, of these the one made last. */
async function basesIn({ tx }: Context, begins: string): Promise<Map<Id<'person'>, number>> {
  const rows = await tx
    .selectFrom('wage_base')
    .select(['person_id', 'amount'])
    .where('from_month', '<=', begins)
    .orderBy('from_month')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ person_id, amount }) => [person_id, amount]));
}

export async function adjustmentsOf({ tx }: Context, tableId: Id<'wage_table'>) {
  return tx
    .selectFrom('wage_adjustment')
    .selectAll()
    .where('table_id', '=', tableId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
