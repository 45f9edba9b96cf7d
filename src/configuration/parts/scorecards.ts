import { z } from 'zod';
import { refusal } from '../../kernel/refusal.ts';
import type { Scorecard } from '../../pack/scorecards.ts';
import { MOST_SCORECARDS, scorecardShape } from '../../pack/scorecards.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import { changeScorecards } from '../../quality-review/commands/change-scorecards.ts';
import { everInSettings } from '../ever-in-settings.ts';
import { part } from '../part.ts';

const shape = z.record(z.string(), scorecardShape);

/** Checklists by which work is scored, one by one. In a file they stand in the settings. */
export const scorecards = part({
  key: 'scorecards',
  shape,
  read: (context) => everInSettings<Scorecard>(context, 'scorecards'),
  check: async (context, content) => {
    const { settings } = await settingsVersionOf(context);
    const full = (settings.scorecards ?? []).length + Object.keys(content).length > MOST_SCORECARDS;
    return full ? [refusal('scorecard.full', { path: 'scorecards', most: MOST_SCORECARDS })] : [];
  },
  apply: async (context, content, why) => {
    const { version, settings } = await settingsVersionOf(context);
    const all = [...(settings.scorecards ?? []), ...Object.values(content)];
    await changeScorecards(context, { scorecards: all, seen: version, why });
  },
  shipped: (pack) => Object.fromEntries((pack.scorecards ?? []).map((one) => [one.key, one])),
});
