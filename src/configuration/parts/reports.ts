import { z } from 'zod';
import { changeSettings } from '../../pack/commands/change-settings.ts';
import { reportPosts } from '../../pack/known.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import type { ReportPlan } from '../../summary/plan.ts';
import { reportPlanShape, whyNotReportPlans } from '../../summary/plan.ts';
import { everInSettings } from '../ever-in-settings.ts';
import { part } from '../part.ts';

/** Reports upward, one by one. In a file they stand in the settings. */
export const reports = part({
  key: 'reports',
  shape: z.record(z.string(), reportPlanShape),
  read: (context) => everInSettings<ReportPlan>(context, 'reports'),
  check: async (context, content) => whyNotReportPlans(Object.values(content), await reportPosts(context)),
  apply: async (context, content, why) => {
    const { version, settings } = await settingsVersionOf(context);
    const all = [...(settings.reports ?? []), ...Object.values(content)];
    await changeSettings(context, { settings: { ...settings, reports: all }, seen: version, why });
  },
  shipped: (pack) => Object.fromEntries((pack.reports ?? []).map((one) => [one.key, one])),
});
