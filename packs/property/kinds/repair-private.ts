import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, dispatch, tellResult } from '../commitments.ts';
import { emergency } from '../ladders.ts';
import { clock, reception, shift } from '../limits.ts';
import { somethingElse } from '../choices.ts';
import { repairVisits } from '../visits.ts';
import { liabilityFields } from '../facts.ts';
import { foundCause, repair, sooner, trouble } from '../repairs.ts';

export const repairPrivate: Kind = {
  ...repair,
  key: 'repair_private',
  name: words('Repair in a flat or shop', '户内报修', '室內報修'),
  about: words('Something inside a private unit is broken', '业主专有部分的设施损坏', '住戶單位內的設施損壞'),
  digit: '4',
  icon: 'tool',
  public: true,
  urgency: 'normal',
  needsCustomer: true,
  fields: [
    trouble([
      { key: 'plumbing', name: words('Water and drains', '给排水', '給排水') },
      { key: 'electrical', name: words('Electricity and light', '电路照明', '電路照明') },
      { key: 'door_window', name: words('Door, window or lock', '门窗锁具', '門窗鎖具') },
      { key: 'wall_floor', name: words('Wall, floor or ceiling', '墙面地面', '牆面地板') },
      { key: 'intercom', name: words('Intercom', '楼宇对讲', '對講機') },
      { key: 'heating', name: words('Heating or air conditioning', '暖气空调', '暖氣冷氣') },
      somethingElse,
    ]),
    {
      key: 'charge_agreed',
      name: words('Told that it is charged, and agreed', '已告知收费并同意', '已告知收費並同意'),
      type: 'yes_no',
      at: 'intake',
    },
    foundCause,
    ...liabilityFields,
  ],
  commitments: [
    dispatch(reception('PT1H'), { urgent: reception('PT30M'), emergency: clock('PT5M', emergency) }),
    complete(shift('P3D'), { urgent: shift('P1D'), emergency: clock('PT6H', emergency) }),
    tellResult(),
  ],
  workOrder: { accept: shift('PT1H'), arrive: shift('PT4H'), complete: shift('P2D'), when: sooner },
  visits: repairVisits,
};
