import type { DunningLine } from '../../../src/charge/view-dunning.ts';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';

export const STEP_WAYS = ['printed', 'written', 'phone', 'visit', 'counter'] as const;
export type StepWay = (typeof STEP_WAYS)[number];

export const isNotice = (way: StepWay): boolean => way === 'printed' || way === 'written';

/** What the last step was, and when. */
export function stepWords({ way, reached, at }: NonNullable<DunningLine['lastStep']>): string {
  const known = STEP_WAYS.find((one) => one === way) ?? 'phone';
  const how = reached ? t(`charges.by_${known}`) : `${t(`charges.by_${known}`)}, ${t('charges.not_reached')}`;
  return `${how} · ${absolute(at)}`;
}
