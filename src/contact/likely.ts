import { sql } from 'kysely';
import { z } from 'zod';
import type { Instant } from '../kernel/time.ts';
import { between, DAY, plus } from '../kernel/time.ts';
import { currentKinds } from '../pack/kinds.ts';
import type { Context } from '../platform/context.ts';
import { placeById } from '../place/facts.ts';
import { neighboursIn } from '../place/page.ts';
import type { Place, Side } from '../place/place.ts';
import type { Matter } from '../ticket/matters.ts';
import { matterOut, mattersWhere } from '../ticket/matters.ts';
import type { likelyInput } from './inputs.ts';

export const WHYS = ['same_place', 'flat_below', 'flat_above', 'beside', 'same_customer', 'building'] as const;

export const likelyOut = z.object({
  likely: z
    .array(
      matterOut.extend({
        why: z
          .enum(WHYS)
          .describe('Where it was reported, as seen from the place asked about; same_customer: elsewhere, by the same'),
        daysAgo: z.number().int().describe('Whole days since it was opened'),
      }),
    )
    .describe(
      '"The same leak was reported 3 days ago in the flat below": open, or not older than 14 days, newest first',
    ),
  incidents: z.array(matterOut).describe('Big open incidents of the building, which this may be one more report of'),
});
type Likely = z.input<typeof likelyOut>;

const RECENT = 14 * DAY;
const MOST = 12;
const SIDES: Record<Side, (typeof WHYS)[number]> = { above: 'flat_above', below: 'flat_below', beside: 'beside' };

/** Kinds counted as the same type: a leak is a repair. */
async function sameType(context: Context, key: string): Promise<string[]> {
  const kinds = await currentKinds(context);
  const type = kinds.find((one) => one.key === key)?.kind.type;
  return kinds.filter(({ kind }) => kind.type === type).map((one) => one.key);
}

/**
 * What may have been reported already, offered before anything is saved: matters of the same type that are open or not older
 * than a fortnight, at the same place, above, below or beside it, or of the same customer; and the building's big incidents.
 */
export async function likelyMatters(context: Context, ask: z.output<typeof likelyInput>): Promise<Likely> {
  const place = ask.placeId ? await placeById(context.tx, ask.placeId) : null;
  const whys = await whysOf(context, place);
  const places = [...whys.keys()];
  const since = plus(context.now, -RECENT);
  const kinds = ask.kind === undefined ? null : await sameType(context, ask.kind);
  const found = await mattersWhere(
    context,
    sql<boolean>`(t.place_id = any(${places}::uuid[]) or t.customer_id = ${ask.customerId ?? null}::uuid)
      and (t.closed_at is null or t.opened_at >= ${since}::timestamptz) ${kinds ? sql`and t.kind = any(${kinds}::text[])` : sql``}`,
    MOST,
  );
  const incidents = place ? await incidentsAround(context, place) : [];
  const big = new Set(incidents.map((incident) => incident.id));
  return {
    likely: found
      .filter((matter) => !big.has(matter.id))
      .map((matter) => ({ ...matter, why: whyOf(matter, whys), daysAgo: daysAgo(context, matter) })),
    incidents,
  };
}

/** Where else it may have been reported, and why that matters: the flat itself, its neighbours, the building it stands in. */
async function whysOf(context: Context, place: Place | null): Promise<Map<string, (typeof WHYS)[number]>> {
  if (place === null) return new Map();
  const around = await neighboursIn(context, place);
  const building = place.kind !== 'estate' && place.parent_id !== null ? [[place.parent_id, 'building'] as const] : [];
  return new Map([
    ...building,
    ...around.map(({ id, side }) => [id, SIDES[side]] as const),
    [place.id, 'same_place'] as const,
  ]);
}

function whyOf(matter: Matter, whys: Map<string, (typeof WHYS)[number]>): (typeof WHYS)[number] {
  return whys.get(matter.place?.id ?? '') ?? 'same_customer';
}

function daysAgo(context: Context, matter: Matter): number {
  return Math.floor(between(matter.openedAt as Instant, context.now) / DAY);
}

/** Open matters in the same building that others have reported too. */
async function incidentsAround(context: Context, place: Place): Promise<Matter[]> {
  const building = place.kind === 'building' || place.parent_id === null ? place.id : place.parent_id;
  return mattersWhere(
    context,
    sql<boolean>`t.closed_at is null and exists (select from ticket r where r.incident_id = t.id)
      and t.place_id in (select p.id from place p where p.id = ${building} or p.parent_id = ${building})`,
    MOST,
  );
}
