import type { Field } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

/** From when until when somebody wants to build. */
export const periodFields: Field[] = [
  {
    key: 'starts_on',
    name: words('Works begin on', '拟开工日期', '預定開工日期'),
    type: 'date',
    at: 'intake',
    requiredFor: 'open',
    indexed: true,
  },
  {
    key: 'ends_on',
    name: words('Works end on', '拟完工日期', '預定完工日期'),
    type: 'date',
    at: 'intake',
    requiredFor: 'open',
  },
];

/** Who builds, and whether his papers are there. */
export const contractorFields: Field[] = [
  {
    key: 'contractor',
    name: words('Contractor', '施工单位', '施工單位'),
    type: 'text',
    at: 'intake',
    requiredFor: 'open',
  },
  { key: 'foreman', name: words('Foreman', '施工负责人', '施工負責人'), type: 'text', at: 'intake' },
  { key: 'workers', name: words('Number of workers', '施工人数', '施工人數'), type: 'number', at: 'intake' },
  {
    key: 'drawings',
    name: words('Drawings with explanation handed in', '已交图纸及说明', '已交圖面及說明'),
    type: 'yes_no',
    at: 'intake',
  },
];
