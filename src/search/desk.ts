import { sql } from 'kysely';
import { z } from 'zod';
import { customerById, thingOfCustomer } from '../customer/facts.ts';
import { customerLines } from '../customer/list.ts';
import { mattersOfCustomer } from '../customer/page.ts';
import { residentsOf } from '../customer/residents.ts';
import { customerLineOut } from '../customer/view.ts';
import { can, orForbid } from '../organisation/can.ts';
import { todayIn } from '../organisation/today.ts';
import { placeById } from '../place/facts.ts';
import { neighboursIn } from '../place/page.ts';
import { residentOut, sideOut } from '../place/view.ts';
import type { Context } from '../platform/context.ts';
import { matterOut, mattersWhere } from '../ticket/matters.ts';
import { placeOut } from '../ticket/shapes.ts';

export const deskCustomerOut = z.object({
  customer: customerLineOut.describe('Who is on the line'),
  open: z.array(matterOut).describe('What is open and promised, who comes when'),
  recent: z.array(matterOut).describe('The last matters that are settled'),
});

export const deskPlaceOut = z.object({
  place: placeOut,
  people: z
    .array(residentOut)
    .describe('Who lives here or has to do with it now; empty for whoever may not see customers'),
  open: z.array(matterOut).describe('What is open and promised here'),
  around: z.array(matterOut.extend({ side: sideOut })).describe('What is open above, below and beside'),
});

/** Who is on the line, and what he may be calling about. */
export async function deskCustomer(context: Context, id: string): Promise<z.input<typeof deskCustomerOut>> {
  await customerById(context.tx, id);
  orForbid(can(context.actor, 'customer.see', await thingOfCustomer(context, id)));
  const [customer] = await customerLines(context, [id]);
  return { customer: customer!, ...(await mattersOfCustomer(context, id)) };
}

const MOST = 50;

/** A flat, and what its caller may be calling about: what is open there, and next door. */
export async function deskPlace(context: Context, id: string): Promise<z.input<typeof deskPlaceOut>> {
  const place = await placeById(context.tx, id);
  orForbid(can(context.actor, 'place.see', { centreId: place.centre_id }));
  const mayName = can(context.actor, 'customer.see', { centreId: place.centre_id }) === null;
  const sides = new Map((await neighboursIn(context, place)).map((one) => [one.id, one.side]));
  const open = await mattersWhere(
    context,
    sql<boolean>`t.place_id = any(${[place.id, ...sides.keys()]}::uuid[]) and t.closed_at is null`,
    MOST,
  );
  return {
    place: { id: place.id, code: place.code, name: place.name, kind: place.kind, safety: place.safety },
    people: mayName ? await residentsOf(context, place.id, await todayIn(context, place.centre_id)) : [],
    open: open.filter((matter) => matter.place?.id === place.id),
    around: open.flatMap((matter) => {
      const side = sides.get(matter.place?.id ?? '');
      return side ? [{ ...matter, side }] : [];
    }),
  };
}
