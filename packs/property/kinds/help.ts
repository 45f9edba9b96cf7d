import type { Kind } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { atIntake } from '../lines.ts';
import { somethingElse } from '../choices.ts';
import { complete, dispatch, firstAnswer, tellResult } from '../commitments.ts';
import { emergency } from '../ladders.ts';
import { clock } from '../limits.ts';
import { simpleStages } from '../stages.ts';
import { serviceSteps } from '../steps.ts';
import { serviceVisits } from '../visits.ts';

/** CHAN-19: a type of its own, taken at any hour. */
export const help: Kind = {
  key: 'help',
  name: words('Help', '求助', '求助'),
  about: words('Somebody is in difficulty and needs a hand now', '住户遇到困难，需要协助', '住戶遇到困難，需要協助'),
  type: 'help',
  digit: '8',
  icon: 'lifebuoy',
  public: true,
  urgency: 'urgent',
  department: 'security',
  needsPlace: true,
  needsCustomer: false,
  stages: simpleStages({
    new: words('Called for', '已求助', '已求助'),
    active: words('Helping', '协助中', '協助中'),
    resolved: words('Helped', '已协助', '已協助'),
  }),
  fields: [
    atIntake('choice', 'help_with', words('Help with', '求助事项', '求助事項'), {
      choices: [
        { key: 'locked_out', name: words('Locked out', '无法进门', '無法進門') },
        { key: 'medical', name: words('Illness or injury', '疾病或受伤', '疾病或受傷') },
        { key: 'lost', name: words('Lost person or thing', '走失或遗失', '走失或遺失') },
        { key: 'dispute', name: words('Quarrel or nuisance', '纠纷或滋扰', '糾紛或滋擾') },
        { key: 'carrying', name: words('Carrying or moving', '搬运协助', '搬運協助') },
        somethingElse,
      ],
      indexed: true,
    }),
    {
      key: 'services_called',
      name: words('Public services called', '已联系的外部救援', '已聯絡的外部救援'),
      hint: words('Police, fire brigade, ambulance', '公安、消防、急救', '警察、消防、救護'),
      type: 'text',
      at: 'ticket',
    },
  ],
  steps: serviceSteps,
  guards: {
    resolve: ['no_open_work_order', 'outcome_given'],
    close: ['no_open_work_order', 'customer_told', 'visits_ended'],
  },
  commitments: [
    firstAnswer(clock('PT15M', emergency)),
    dispatch(clock('PT15M', emergency), { emergency: clock('PT5M', emergency) }),
    complete(clock('PT4H', emergency), { emergency: clock('PT2H', emergency) }),
    tellResult(),
  ],
  workOrder: {
    accept: clock('PT5M', emergency),
    arrive: clock('PT20M', emergency),
    complete: clock('PT2H', emergency),
  },
  visits: serviceVisits,
};
