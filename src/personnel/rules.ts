import { settingsVersionOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';
import type { AssessmentScheme, Personnel } from './plan.ts';
import { USUAL } from './usual.ts';

export type Rules = {
  version: number;
  assessments: readonly AssessmentScheme[];
  personnel: Pick<Personnel, 'sources' | 'sanctions'> & Partial<Personnel>;
};

/** How staff are assessed here, and what else their files go by. */
export async function rulesOf(context: Pick<Context, 'tx' | 'organisation' | 'now'>): Promise<Rules> {
  const { version, settings } = await settingsVersionOf(context);
  return { version, assessments: settings.assessments ?? [], personnel: settings.personnel ?? USUAL };
}
