import type { Id } from '../../kernel/id.ts';
import { newId } from '../../kernel/id.ts';
import { Invalid, NotFound, orRefuse } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import { centreOf } from '../../organisation/queries.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import { indexForSearch } from '../../platform/search-index.ts';
import type { AddPlace } from '../inputs.ts';
import type { Place } from '../place.ts';
import { completeCode, doorOf, whyNotBelow, whyNotChangePlace } from '../place.ts';
import { searchableOf } from '../search.ts';

type Known = Map<string, Place>;

export async function addPlace(context: Context, input: AddPlace): Promise<Id<'place'>> {
  const [id] = await addPlaces(context, [input]);
  return id!;
}

/**
 * Adds places, parents before what stands in them, in four round trips however many they are. Ids that are there already are
 * left as they are, so the same list again adds nothing. Refused: what cannot stand where it is put, and a code that is taken.
 */
export async function addPlaces(context: Context, inputs: readonly AddPlace[]): Promise<Id<'place'>[]> {
  const known = await placesNamed(context, inputs);
  const home = inputs.some((input) => input.parentId === undefined && input.centreId === undefined);
  const centreId = home ? await centreOf(context) : null;
  const added: Place[] = [];
  const ids = inputs.map((input) => {
    const before = input.id && known.get(input.id);
    if (before) return before.id;
    const place = placeOf(context, input, known, centreId);
    orForbid(can(context.actor, 'place.edit', { centreId: place.centre_id }));
    known.set(place.id, place);
    added.push(place);
    return place.id;
  });
  await refuseTaken(context, added);
  await insertPlaces(context, added);
  return ids;
}

async function placesNamed(context: Context, inputs: readonly AddPlace[]): Promise<Known> {
  const ids = [...new Set(inputs.flatMap((input) => [input.id ?? [], input.parentId ?? []].flat()))];
  if (ids.length === 0) return new Map();
  const rows = await context.tx.selectFrom('place').selectAll().where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

function placeOf(context: Context, input: AddPlace, known: Known, home: Id<'centre'> | null): Place {
  const above = aboveOf(input, known);
  orRefuse(whyNotBelow(input.kind, above?.kind ?? null) ?? (above && whyNotChangePlace(above)));
  const code = completeCode(input.kind, input.code, above);
  const said = input.kind === 'unit' ? doorOf(code) : null;
  return {
    id: input.id ?? newId<'place'>(context.now),
    parent_id: above?.id ?? null,
    kind: input.kind,
    code,
    name: input.name || code,
    centre_id: above?.centre_id ?? input.centreId ?? home!,
    safety: input.safety,
    floor: input.floor ?? said?.floor ?? null,
    closed_at: null,
  };
}

function aboveOf({ parentId }: AddPlace, known: Known): Place | null {
  if (parentId === undefined) return null;
  const above = known.get(parentId);
  if (!above) throw new NotFound('place.unknown', { id: parentId });
  return above;
}

const keyOf = (place: Pick<Place, 'centre_id' | 'kind' | 'code'>): string =>
  `${place.centre_id} ${place.kind} ${place.code}`;

/** Named before the unique key would refuse it, for the key cannot say which. */
async function refuseTaken(context: Context, added: readonly Place[]): Promise<void> {
  if (added.length === 0) return;
  const there = await context.tx
    .selectFrom('place')
    .select(['centre_id', 'kind', 'code'])
    .where(
      'code',
      'in',
      added.map((place) => place.code),
    )
    .execute();
  const taken = new Set(there.map(keyOf));
  for (const place of added) {
    if (taken.has(keyOf(place))) throw new Invalid('place.code_taken', { path: 'code', code: place.code });
    taken.add(keyOf(place));
  }
}

async function insertPlaces(context: Context, added: readonly Place[]): Promise<void> {
  if (added.length === 0) return;
  await context.tx
    .insertInto('place')
    .values([...added])
    .execute();
  await record(
    context,
    ...added.map((place) => ({
      subject: { type: 'place' as const, id: place.id },
      type: 'place.added',
      data: { kind: place.kind, code: place.code, parent: place.parent_id },
    })),
  );
  await indexForSearch(context, ...added.map((place) => searchableOf(place, context.now)));
}
