/** Why somebody takes no calls; `no_answer`: the exchange paused his phone because he let it ring. */
export const PAUSE_REASONS = ['break', 'meal', 'training', 'meeting', 'after_call', 'other', 'no_answer'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
