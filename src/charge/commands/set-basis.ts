import { sql } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { chargingOf, itemOf } from '../facts.ts';
import type { SetBasis } from '../inputs.ts';

type Known = { id: Id<'place'>; code: string; value: number | null };

/** What units are charged by: their areas, or what is agreed for an item. The former value stays on record, with who changed it and when. */
export async function setBasis(context: Context, { about, lines }: SetBasis): Promise<number> {
  const { tx, now, actor } = context;
  const centreId = await centreOf(context);
  orForbid(can(actor, 'charge.bill', { centreId }));
  if (about !== 'area' && itemOf(await chargingOf(context), about).basis !== 'agreed')
    throw new Invalid('charge.not_agreed_by_unit', { path: 'about' });
  const known = await unitsNamed(context, centreId, about, lines);
  const changed = lines
    .map(({ place, value }) => ({ unit: known.get(place)!, value }))
    .filter(({ unit, value }) => unit.value !== value);
  if (changed.length === 0) return 0;
  await tx
    .insertInto('charge_basis')
    .values(
      changed.map(({ unit, value }) => ({
        id: newId<'charge_basis'>(now),
        centre_id: centreId,
        place_id: unit.id,
        about,
        value,
        by_id: actor.personId,
        at: now,
      })),
    )
    .execute();
  await record(
    context,
    ...changed.map(({ unit, value }) => ({
      subject: { type: 'place' as const, id: unit.id },
      type: 'charge.basis_set',
      data: { about, value, former: unit.value },
    })),
  );
  return changed.length;
}

/** The units named, with what stands there now; one that is not there is refused with its place in the list. */
async function unitsNamed(
  { tx }: Context,
  centreId: Id<'centre'>,
  about: string,
  lines: SetBasis['lines'],
): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await sql<Known>`
    select p.id, p.code, (select b.value from charge_basis b where b.place_id = p.id and b.about = ${about}
      order by b.at desc, b.id desc limit 1) as value
    from place p where p.kind = 'unit' and p.closed_at is null and p.centre_id = ${centreId}
      and p.code = any(${lines.map((line) => line.place)}::text[]) for no key update of p`.execute(tx);
  const known = new Map(rows.map((row) => [row.code, row]));
  lines.forEach(({ place }, at) => {
    if (!known.has(place)) throw new Invalid('charge.unit_unknown', { path: `lines.${at}.place`, place });
  });
  return known;
}
