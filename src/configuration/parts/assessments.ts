import { z } from 'zod';
import { changePart } from '../../pack/commands/change-settings.ts';
import { reportPosts } from '../../pack/known.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import type { AssessmentScheme } from '../../personnel/plan.ts';
import { assessmentShape, whyNotAssessments } from '../../personnel/plan.ts';
import { everInSettings } from '../ever-in-settings.ts';
import { part } from '../part.ts';

/** How staff are assessed, scheme by scheme. In a file they stand in the settings. */
export const assessments = part({
  key: 'assessments',
  shape: z.record(z.string(), assessmentShape),
  read: (context) => everInSettings<AssessmentScheme>(context, 'assessments'),
  check: async (context, content) => {
    const { settings } = await settingsVersionOf(context);
    const all = [...(settings.assessments ?? []), ...Object.values(content)];
    return whyNotAssessments(all, await reportPosts(context));
  },
  apply: async (context, content, why) => {
    const { version, settings } = await settingsVersionOf(context);
    const all = [...(settings.assessments ?? []), ...Object.values(content)];
    await changePart(context, { assessments: all }, { seen: version, why });
  },
  shipped: (pack) => Object.fromEntries((pack.assessments ?? []).map((one) => [one.key, one])),
});
