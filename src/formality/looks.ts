// alone, for screens are built with these before anything else is there

/** What is said of a paper: handed in and not looked at yet, found in order, or sent back with the reason. */
export const LOOKED_AS = ['brought', 'in_order', 'not_in_order'] as const;
export type LookedAs = (typeof LOOKED_AS)[number];
