import type { z } from 'zod';
import { Invalid, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import type { OnVersion } from '../../platform/http/shapes.ts';
import { expectVersion, record } from '../../platform/journal.ts';
import { dropFromSearch, indexForSearch } from '../../platform/search-index.ts';
import { closingPlaceFacts, lockPlace, placeById } from '../facts.ts';
import type { changePlaceInput, closePlaceInput, reopenPlaceInput } from '../inputs.ts';
import type { Place } from '../place.ts';
import { completeCode, whyNotChangePlace, whyNotClosePlace, whyNotReopenPlace } from '../place.ts';
import { searchableOf } from '../search.ts';

async function lockForEdit(context: Context, id: string, version: number | undefined): Promise<Place> {
  const place = await lockPlace(context, id);
  orForbid(can(context.actor, 'place.edit', { centreId: place.centre_id }));
  await expectVersion(context, id, version);
  return place;
}

/** Corrects what a place is called, or whether people's safety hangs on it. The journal keeps what it was before. */
export async function changePlace(
  context: Context,
  id: string,
  input: OnVersion<z.output<typeof changePlaceInput>>,
): Promise<void> {
  const place = await lockForEdit(context, id, input.version);
  orRefuse(whyNotChangePlace(place));
  const above = place.parent_id === null ? null : await placeById(context.tx, place.parent_id);
  const { version: _, code, ...wanted } = input;
  const all = { ...wanted, ...(code === undefined ? {} : { code: completeCode(place.kind, code, above) }) };
  const changed = Object.entries(all).filter(
    ([key, value]) => value !== undefined && value !== place[key as keyof Place],
  );
  if (changed.length === 0) return;
  const now = { ...place, ...Object.fromEntries(changed) } as Place;
  if (now.code !== place.code) await refuseTakenCode(context, now);
  await context.tx.updateTable('place').set(Object.fromEntries(changed)).where('id', '=', place.id).execute();
  const former = Object.fromEntries(changed.map(([key]) => [key, place[key as keyof Place]]));
  await record(context, { subject: { type: 'place', id: place.id }, type: 'place.changed', data: { former } });
  await indexForSearch(context, searchableOf(now, context.now));
}

async function refuseTakenCode(context: Context, place: Place): Promise<void> {
  const taken = await context.tx
    .selectFrom('place')
    .select('id')
    .where('centre_id', '=', place.centre_id)
    .where('kind', '=', place.kind)
    .where('code', '=', place.code)
    .executeTakeFirst();
  if (taken) throw new Invalid('place.code_taken', { path: 'code', code: place.code });
}

/** Pulled down, merged with the flat next door, entered by mistake: it is offered no more, and its history stays. */
export async function closePlace(context: Context, id: string, input: z.output<typeof closePlaceInput>): Promise<void> {
  const place = await lockForEdit(context, id, input.version);
  orRefuse(whyNotClosePlace(place, await closingPlaceFacts(context.tx, id)));
  await context.tx.updateTable('place').set({ closed_at: context.now }).where('id', '=', place.id).execute();
  await record(context, {
    subject: { type: 'place', id: place.id },
    type: 'place.closed',
    data: { reason: input.reason },
  });
  await dropFromSearch(context, place.id);
}

export async function reopenPlace(
  context: Context,
  id: string,
  input: z.output<typeof reopenPlaceInput>,
): Promise<void> {
  const place = await lockForEdit(context, id, input.version);
  const above = place.parent_id === null ? null : await placeById(context.tx, place.parent_id);
  orRefuse(whyNotReopenPlace(place, above));
  await context.tx.updateTable('place').set({ closed_at: null }).where('id', '=', place.id).execute();
  await record(context, { subject: { type: 'place', id: place.id }, type: 'place.reopened', data: {} });
  await indexForSearch(context, searchableOf({ ...place, closed_at: null }, context.now));
}
