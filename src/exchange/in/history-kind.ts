import { sql } from 'kysely';
import { departments } from '../../organisation/house.ts';
import { changeKind } from '../../pack/commands/change-kind.ts';
import { currentKinds } from '../../pack/kinds.ts';
import type { Kind } from '../../pack/format.ts';
import type { Context } from '../../platform/context.ts';
import { words } from '../list-out.ts';

export const HISTORY = 'earlier_matter';

const STAGES: Kind['stages'] = [
  { key: 'open', name: words('Open', '待处理', '待處理'), class: 'new', next: ['in_hand', 'resolved', 'cancelled'] },
  { key: 'in_hand', name: words('In hand', '处理中', '處理中'), class: 'active', next: ['resolved'] },
  { key: 'resolved', name: words('Settled', '已处理', '已處理'), class: 'resolved', next: ['closed', 'in_hand'] },
  { key: 'closed', name: words('Closed', '已结单', '已結案'), class: 'closed', next: ['in_hand'] },
  { key: 'cancelled', name: words('Cancelled', '已取消', '已取消'), class: 'cancelled', next: [] },
];

/** What closed matters of another system are opened as: no promise of ours. Nobody chooses it at the desk. */
function historyKind(department: string): Kind {
  return {
    key: HISTORY,
    name: words('Earlier matter', '历史工单', '歷史單'),
    about: words(
      'Closed before this centre worked with Huiyin',
      '使用本系统之前已办结的事项',
      '使用本系統之前已結案的事項',
    ),
    type: 'request',
    icon: 'file-import',
    urgency: 'normal',
    department,
    needsPlace: false,
    needsCustomer: false,
    stages: STAGES,
    fields: [{ key: 'was_called', name: words('Kind there', '原类型', '原類型'), type: 'text', at: 'ticket' }],
    steps: [],
    guards: { resolve: ['no_open_work_order', 'outcome_given'], close: ['no_open_work_order', 'customer_told'] },
    commitments: [],
    visits: [],
  };
}

/** Makes the kind where it is not there yet, as whoever may make kinds. */
export async function prepareHistory(context: Context): Promise<void> {
  if ((await currentKinds(context)).some(({ key }) => key === HISTORY)) return;
  // two imports that begin at once: the second finds the first's
  await sql`select pg_advisory_xact_lock(hashtext('earlier_matter'))`.execute(context.tx);
  if ((await currentKinds(context)).some(({ key }) => key === HISTORY)) return;
  const all = [...(await departments(context)).values()];
  await changeKind(
    { ...context, actor: { ...context.actor, personId: null } },
    { kind: historyKind(all[0]!.key), seen: 0, why: 'import' },
  );
}
