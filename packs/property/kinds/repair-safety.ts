import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { complete, dispatch, tellResult } from '../commitments.ts';
import { emergency, safety } from '../ladders.ts';
import { clock } from '../limits.ts';
import { somethingElse } from '../choices.ts';
import { safetyVisits } from '../visits.ts';
import { liabilityFields } from '../facts.ts';
import { foundCause, minutesCount, repair } from '../repairs.ts';

export const repairSafety: Kind = {
  ...repair,
  key: 'repair_safety',
  name: words('Repair of a safety facility', '安全设施报修', '安全設施報修'),
  about: words(
    'Lift, fire protection, gas, power supply, surveillance',
    '电梯、消防、燃气、供配电、监控等设施',
    '電梯、消防、燃氣、供電、監視器等設施',
  ),
  digit: '6',
  icon: 'shield-exclamation',
  urgency: 'urgent',
  needsCustomer: false,
  fields: [
    atIntake('choice', 'facility', words('Facility', '设施类别', '設施類別'), {
      choices: [
        { key: 'lift', name: words('Lift', '电梯', '電梯') },
        { key: 'fire', name: words('Fire protection', '消防设施', '消防設備') },
        { key: 'gas', name: words('Gas', '燃气', '燃氣') },
        { key: 'electricity', name: words('Power supply', '供配电', '供電系統') },
        { key: 'surveillance', name: words('Surveillance and alarms', '监控报警', '監控及警報') },
        somethingElse,
      ],
      indexed: true,
    }),
    {
      key: 'out_of_service',
      name: words('Out of service?', '是否已停用', '是否已停用'),
      type: 'yes_no',
      at: 'intake',
    },
    {
      key: 'people_affected',
      name: words('Is anybody trapped or hurt?', '是否有人被困或受伤', '是否有人被困或受傷'),
      hint: words('If so, make it an emergency', '如有，请改为紧急抢修', '如有，請改為緊急搶修'),
      type: 'yes_no',
      at: 'intake',
    },
    foundCause,
    ...liabilityFields,
  ],
  commitments: [
    dispatch(clock('PT15M', safety), { emergency: clock('PT5M', emergency) }),
    complete(clock('P1D', safety), { emergency: clock('PT6H', emergency) }),
    tellResult(),
  ],
  workOrder: {
    accept: clock('PT15M', safety),
    arrive: clock('PT2H', safety),
    complete: clock('P1D', safety),
    when: [{ urgency: 'emergency', ...minutesCount }],
  },
  visits: safetyVisits,
};
