import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { complete, dispatch, tellResult } from '../commitments.ts';
import { emergency } from '../ladders.ts';
import { clock, reception, shift } from '../limits.ts';
import { leakVisits } from '../visits.ts';
import { liabilityFields } from '../facts.ts';
import { foundCause, minutesCount, repair, urgentWork } from '../repairs.ts';

export const leak: Kind = {
  ...repair,
  key: 'leak',
  name: words('Leak', '漏水报修', '漏水報修'),
  about: words('Water where it should not be', '渗水、漏水、返水', '滲水、漏水、倒灌'),
  digit: '3',
  icon: 'droplet',
  public: true,
  urgency: 'urgent',
  needsCustomer: true,
  fields: [
    atIntake('choice', 'leak_from', words('Where the water comes from', '漏水部位', '漏水位置'), {
      choices: [
        { key: 'ceiling', name: words('Ceiling, from above', '天花板（楼上渗漏）', '天花板（樓上滲漏）') },
        { key: 'pipe', name: words('Pipe or tap', '水管或龙头', '水管或水龍頭') },
        { key: 'wall', name: words('Wall', '墙面', '牆面') },
        { key: 'window', name: words('Window', '窗户', '窗戶') },
        { key: 'drain', name: words('Floor drain or toilet', '地漏或马桶', '地板排水口或馬桶') },
        { key: 'roof', name: words('Roof', '屋面', '屋頂') },
        { key: 'heating', name: words('Heating or air conditioning', '暖气或空调', '暖氣或冷氣') },
        { key: 'unknown', name: words('Not known yet', '暂不清楚', '暫不清楚') },
      ],
      indexed: true,
    }),
    {
      key: 'water_running',
      name: words('Is water running now?', '是否正在漏水', '是否正在漏水'),
      hint: words(
        'If it runs freely, make it an emergency',
        '水势较大时，请改为紧急抢修',
        '水勢較大時，請改為緊急搶修',
      ),
      type: 'yes_no',
      at: 'intake',
    },
    {
      key: 'valve_closed',
      name: words('Main valve closed?', '总阀是否已关', '總水閥是否已關'),
      type: 'yes_no',
      at: 'intake',
    },
    { key: 'damage', name: words('Damage done', '受损情况', '受損情況'), type: 'long_text', at: 'ticket' },
    foundCause,
    ...liabilityFields,
  ],
  commitments: [
    dispatch(reception('PT30M'), { emergency: clock('PT5M', emergency) }),
    complete(shift('P1D'), { emergency: clock('PT6H', emergency) }),
    tellResult(),
  ],
  workOrder: { ...urgentWork, when: [{ urgency: 'emergency', ...minutesCount }] },
  visits: leakVisits,
};
