import { Invalid } from '../../kernel/refusal.ts';
import { changePart } from '../../pack/commands/change-settings.ts';
import { whyNotMilestones } from '../../pack/milestones.ts';
import type { Context } from '../../platform/context.ts';
import type { ChangeMilestones } from '../inputs.ts';

/** What customers are written by itself: a new version of the settings, with who and why; the one before can be put back. */
export async function changeMilestones(context: Context, { milestones, ...change }: ChangeMilestones): Promise<number> {
  const wrong = whyNotMilestones(milestones);
  if (wrong) throw new Invalid(wrong.code, wrong.params);
  return changePart(context, { milestones }, change);
}
