import type { z } from 'zod';
import { changeSettings } from '../../pack/commands/change-settings.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import type { reviewDaysInput } from '../inputs.ts';

/** How often each sort is looked at again, as a new version of the settings: it holds from each article's next look on. */
export async function setReviewDays(context: Context, { days, why }: z.output<typeof reviewDaysInput>): Promise<void> {
  const { settings, version: seen } = await settingsVersionOf(context);
  const articleReviewDays = { ...settings.articleReviewDays, ...days };
  await changeSettings(context, { settings: { ...settings, articleReviewDays }, seen, why });
}
