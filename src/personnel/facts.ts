import type { Id } from '../kernel/id.ts';
import { Invalid } from '../kernel/refusal.ts';
import { todayIn } from '../organisation/today.ts';
import type { Context } from '../platform/context.ts';

/** What was found or done is of today or before, where the centre stands. */
export async function orInFuture(context: Context, centreId: Id<'centre'>, day: string): Promise<void> {
  if (day > (await todayIn(context, centreId))) throw new Invalid('happened.in_future', { path: 'day' });
}
