import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { complete, dispatch, tellResult } from '../commitments.ts';
import { emergency } from '../ladders.ts';
import { clock, reception, shift } from '../limits.ts';
import { somethingElse } from '../choices.ts';
import { repairVisits } from '../visits.ts';
import { liabilityFields } from '../facts.ts';
import { foundCause, repair, sooner, trouble } from '../repairs.ts';

export const repairPublic: Kind = {
  ...repair,
  key: 'repair_public',
  name: words('Repair of shared parts', '公共区域报修', '公共區域報修'),
  about: words(
    'Something in a corridor, yard, garage or garden is broken',
    '楼道、庭院、车库、绿地等公共部位损坏',
    '走廊、庭院、車庫、綠地等公共區域損壞',
  ),
  digit: '5',
  icon: 'building',
  public: true,
  urgency: 'normal',
  needsCustomer: false,
  fields: [
    trouble([
      { key: 'lighting', name: words('Lighting', '公共照明', '公共照明') },
      { key: 'door_access', name: words('Entrance door or access control', '单元门、门禁', '大門、門禁') },
      { key: 'drain', name: words('Drain or sewer', '雨污水管道', '雨水及污水管') },
      { key: 'road', name: words('Road, paving or barrier', '道路、地砖、道闸', '道路、地磚、車道柵欄') },
      { key: 'wall_roof', name: words('Outer wall or roof', '外墙、屋面', '外牆、屋頂') },
      { key: 'garden', name: words('Garden or playground', '绿化、游乐设施', '綠化、遊樂設施') },
      somethingElse,
    ]),
    {
      key: 'danger',
      name: words('Could anybody be hurt?', '是否存在安全隐患', '是否有安全隱患'),
      type: 'yes_no',
      at: 'intake',
    },
    foundCause,
    ...liabilityFields,
  ],
  commitments: [
    dispatch(reception('PT2H'), { urgent: reception('PT30M'), emergency: clock('PT5M', emergency) }),
    complete(shift('P3D'), { urgent: shift('P1D'), emergency: clock('PT6H', emergency) }),
    tellResult(reception('P1D')),
  ],
  workOrder: { accept: shift('PT2H'), arrive: shift('P1D'), complete: shift('P2D'), when: sooner },
  visits: repairVisits,
};
