import type { Reaction } from '../platform/context.ts';
import { beginCurrentReview } from '../token-review/commands/begin-reviews.ts';

/** Tokens are looked at from the first quarter on. */
export const beginFirstReview: Reaction = (context) => beginCurrentReview(context);
