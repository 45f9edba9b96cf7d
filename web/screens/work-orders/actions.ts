import { IconBell, IconUserShare } from '@tabler/icons-react';
import type { WorkOrderStage } from '../../../src/work-order/work-order.ts';
import { whyNotStep } from '../../../src/work-order/work-order.ts';
import { useRight } from '../../session/session.ts';
import type { RowAction } from '../../ui/list/model.ts';
import { t } from '../../words/words.ts';
import type { Sending } from '../dispatch/send-dialog.tsx';
import type { Urging } from '../dispatch/urge-dialog.tsx';
import type { OrderLine } from './orders.ts';
import { orderNumber } from './orders.ts';

/** What the office does with the order under the cursor. Lines carry no `can`; where the order stands is asked by the same rule. */
export function useRowActions(
  send: (sending: Sending) => void,
  urge: (urging: Urging) => void,
): RowAction<OrderLine>[] {
  const issues = useRight('work_order.issue');
  if (!issues) return [];
  const stageOf = (row: OrderLine) => ({ stage: row.stage as WorkOrderStage });
  return [
    {
      key: 'assign',
      label: t('dispatch.assign'),
      icon: IconUserShare,
      hotkey: 'a',
      single: true,
      can: (row) => ({ assign: whyNotStep(stageOf(row), 'assign') }),
      run: ([row]) => row && send(sendingOf(row)),
    },
    {
      key: 'urge',
      label: t('dispatch.urge'),
      icon: IconBell,
      hotkey: 'u',
      single: true,
      can: (row) => ({ urge: whyNotStep(stageOf(row), 'cancel') }),
      run: ([row]) => row && urge({ ticketId: row.ticketId, number: orderNumber(row), workOrderId: row.id }),
    },
  ];
}

function sendingOf(row: OrderLine): Sending {
  const { id, person, appointment } = row;
  return {
    ticketId: row.ticketId,
    number: orderNumber(row),
    kind: row.kind.key,
    departmentId: row.department.id,
    order: { id, person, appointment },
    personId: null,
  };
}
