import type { z } from 'zod';
import type { disturbanceOut } from '../../../src/disturbance/view.ts';
import { t } from '../../words/words.ts';

export type Disturbance = z.output<typeof disturbanceOut>;

export function stateWords({ restoredAt, late }: Disturbance): string {
  if (restoredAt) return late ? t('disturbances.restored_late') : t('disturbances.restored');
  return late ? t('disturbances.late') : t('disturbances.open');
}
