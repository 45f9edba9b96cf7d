import type { z } from 'zod';
import type { ruleOut } from '../../../../src/privacy/view.ts';
import type { Count } from '../../../server/contract.ts';
import { numberWords } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';

export type Rule = z.output<typeof ruleOut>;

export function countWords({ n, more }: Count): string {
  return more ? t('privacy.more_than', { n: numberWords(n) }) : numberWords(n);
}
