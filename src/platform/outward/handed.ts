/**
 * What the other side said to a message of ours. `refused`: this one, for good; `later`: another time; `closed`: it takes nothing of ours just now,
 * because it does not know us where `signIn` is true.
 */
export type Handed = { as: 'taken' } | { as: 'refused' | 'later' | 'closed'; said: string; signIn?: boolean };
