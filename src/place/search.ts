import type { Searchable } from '../platform/search-index.ts';
import type { Place } from './place.ts';

/** By what a place is found: its code in every usual spelling, and its name. `at` is that of the journal, for places do not age. */
export function searchableOf(place: Place, at: Searchable['at']): Searchable {
  const kind = place.kind === 'unit' ? 'unit' : 'number';
  return {
    type: 'place',
    id: place.id,
    at,
    centreId: place.centre_id,
    fields: [{ text: place.code, kind }, ...(place.name === place.code ? [] : [{ text: place.name }])],
  };
}
