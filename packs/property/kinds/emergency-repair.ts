import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { complete, dispatch, tellResult } from '../commitments.ts';
import { emergency } from '../ladders.ts';
import { clock } from '../limits.ts';
import { somethingElse } from '../choices.ts';
import { repairVisits } from '../visits.ts';
import { liabilityFields } from '../facts.ts';
import { foundCause, minutesCount, repair } from '../repairs.ts';

/** CHAN-13, WORK-09: 24 hours, 365 days. */
export const emergencyRepair: Kind = {
  ...repair,
  key: 'emergency_repair',
  name: words('Emergency repair', '紧急抢修', '緊急搶修'),
  about: words(
    'Burst pipe, power cut, people trapped: at any hour of any day',
    '爆管、停电、困人等，全年 24 小时受理',
    '水管爆裂、停電、困人等，全年 24 小時受理',
  ),
  digit: '7',
  icon: 'urgent',
  urgency: 'emergency',
  needsCustomer: false,
  fields: [
    atIntake('choice', 'emergency', words('What happened', '险情类别', '險情類別'), {
      choices: [
        { key: 'burst_pipe', name: words('Burst pipe or flooding', '爆管、水浸', '水管爆裂、淹水') },
        { key: 'power_cut', name: words('Power cut', '停电', '停電') },
        { key: 'lift_trapped', name: words('People trapped in a lift', '电梯困人', '電梯困人') },
        { key: 'gas', name: words('Smell of gas', '燃气泄漏', '燃氣洩漏') },
        { key: 'fire', name: words('Fire or smoke', '火情、冒烟', '火警、冒煙') },
        { key: 'falling', name: words('Something falling or loose', '高空坠物隐患', '高空墜物隱患') },
        somethingElse,
      ],
      indexed: true,
    }),
    atIntake('yes_no', 'people_in_danger', words('Are people in danger?', '是否危及人身安全', '是否危及人身安全')),
    {
      key: 'first_measures',
      name: words('First measures taken', '已采取的应急措施', '已採取的應急措施'),
      type: 'long_text',
      at: 'ticket',
    },
    foundCause,
    ...liabilityFields,
  ],
  commitments: [
    dispatch(clock('PT5M', emergency)),
    complete(clock('PT6H', emergency)),
    tellResult(clock('PT2H', emergency)),
  ],
  workOrder: minutesCount,
  visits: repairVisits,
};
