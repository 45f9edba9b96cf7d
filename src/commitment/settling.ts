/** What a settled commitment no longer has: anything to fire, or to be set aside for. */
export const ENDED = { next_fire_at: null, again_at: null, set_aside_at: null, set_aside_because: null } as const;
