import { words } from '../pack/shapes.ts';
import type { Personnel } from './plan.ts';

/** Where what is found of somebody comes from, and what may follow a breach, in a house whose settings do not say. */
export const USUAL: Pick<Personnel, 'sources' | 'sanctions'> = {
  sources: [
    { key: 'supervision', name: words('Supervision', '日常督导', '日常督導') },
    { key: 'inspection', name: words('Inspection', '检查', '檢查') },
  ],
  sanctions: [
    { key: 'none', name: words('None', '不予处分', '不予處分') },
    { key: 'oral_warning', name: words('Oral warning', '口头警告', '口頭警告') },
    { key: 'written_warning', name: words('Written warning', '书面警告', '書面警告') },
  ],
};
