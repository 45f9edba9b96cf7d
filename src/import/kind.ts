import type { Kind } from '../pack/format.ts';
import { untranslated } from '../kernel/words.ts';
import type { Words } from '../kernel/words.ts';
import type { Mapping } from './mapping.ts';

const words = (en: string, hans: string, hant: string): Words => ({ en, 'zh-hans': hans, 'zh-hant': hant });

const STAGES: Kind['stages'] = [
  {
    key: 'open',
    name: words('Open', '待处理', '待處理'),
    class: 'new',
    next: ['in_hand', 'resolved', 'cancelled'],
  },
  { key: 'in_hand', name: words('In hand', '处理中', '處理中'), class: 'active', next: ['resolved', 'cancelled'] },
  { key: 'resolved', name: words('Settled', '已处理', '已處理'), class: 'resolved', next: ['closed', 'in_hand'] },
  { key: 'closed', name: words('Closed', '已结单', '已結案'), class: 'closed', next: ['in_hand'] },
  { key: 'cancelled', name: words('Cancelled', '已取消', '已取消'), class: 'cancelled', next: [] },
];

/**
 * The kind that requests of a file are opened as: what the file says as fields, its target as the one promise. Nobody
 * chooses it at the desk.
 */
export function importedKind(mapping: Mapping, department: string): Kind {
  const keys = [...Object.keys(mapping.columns.fields), ...(mapping.columns.address ? ['address'] : [])];
  return {
    key: `imported_${mapping.source.replaceAll('-', '_')}`,
    name: words(`Imported: ${mapping.source}`, `导入：${mapping.source}`, `匯入：${mapping.source}`),
    about: words('Requests taken over from another system', '从其他系统迁入的请求', '自其他系統移入的請求'),
    type: 'request',
    icon: 'file-import',
    urgency: 'normal',
    department,
    needsPlace: false,
    needsCustomer: false,
    stages: STAGES,
    fields: keys.map((key) => ({ key, name: untranslated(key.replaceAll('_', ' ')), type: 'text', at: 'ticket' })),
    steps: [],
    guards: { resolve: ['no_open_work_order', 'outcome_given'], close: ['no_open_work_order', 'customer_told'] },
    commitments: [
      {
        kind: 'target',
        name: words('Target of the imported request', '导入工单的目标时限', '匯入工單的目標時限'),
        from: 'opened',
        keptBy: ['resolved'],
        limit: {
          allowance: { text: 'P1W', basis: 'clock' },
          calendar: 'always',
          ladder: [{ at: { after: 'PT0S', basis: 'clock' }, do: 'warn', to: 'centre_manager' }],
        },
        orPromised: true,
        onlyPromised: true,
        pausable: false,
      },
    ],
    visits: [],
  };
}
