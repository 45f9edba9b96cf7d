import type { Field } from '../../../src/pack/format.ts';
import { words } from '../../../src/pack/shapes.ts';
import { application, formality, identity, lease, paper, titleDeed, where } from '../formalities.ts';
import { atIntake, onTicket } from '../lines.ts';

/** What was found on the day, for whoever gives the unit up and whoever takes it. */
const onTheDay = (type: Field['type'], key: string, name: Field['name']): Field =>
  onTicket(type, key, name, { requiredFor: 'resolve' });

/** PASS-04: a unit is taken over by its owner or user, or taken back by the house (收楼); both sides have the numbered statement. */
export const unitTakeover = formality({
  key: 'unit_takeover',
  name: words('Taking over or back of a unit', '收楼（接收 / 退还）', '收樓（接收 / 退還）'),
  about: words(
    'A unit is taken over, or taken back: papers, decision, meters, keys, statement',
    '房屋接收或退还：核验资料、审批、抄表、交接钥匙、出具交接单',
    '房屋接收或退還：核驗資料、審批、抄錶、交接鑰匙、出具交接單',
  ),
  issued: words('Taken over, statement issued', '已交接，交接单已出', '已交接，交接單已出'),
  fields: [
    atIntake('choice', 'direction', words('Which way', '交接方向', '交接方向'), {
      choices: [
        { key: 'over', name: words('Taken over by owner or user', '业主、使用人接收', '業主、使用人接收') },
        { key: 'back', name: words('Taken back by the house', '管理处收回', '管理處收回') },
      ],
      indexed: true,
    }),
    atIntake('date', 'wanted_on', words('Wanted on', '预约交接日期', '預約交接日期'), { indexed: true }),
    onTheDay('date', 'taken_on', words('Taken on', '实际交接日期', '實際交接日期')),
    onTheDay('number', 'water_reading', words('Water meter (m³)', '水表读数（立方米）', '水錶讀數（立方公尺）')),
    onTheDay(
      'number',
      'electricity_reading',
      words('Electricity meter (kWh)', '电表读数（千瓦时）', '電錶讀數（千瓦時）'),
    ),
    onTheDay('number', 'keys_taken', words('Keys taken', '交接钥匙数量', '交接鑰匙數量')),
    onTheDay('long_text', 'condition', words('Condition of the unit', '房屋状况', '房屋狀況')),
  ],
  papers: [
    application(words('Application to take over or back', '收楼申请表', '收樓申請表')),
    identity,
    paper(
      'takeover_notice',
      'original',
      words('Notice to take over', '收楼通知书', '收樓通知書'),
      where('direction', 'over'),
    ),
    titleDeed(where('direction', 'over')),
    lease({ ...where('direction', 'back'), hint: words('With its ending', '含终止约定', '含終止約定') }),
    paper(
      'charges_settled',
      'original',
      words('Receipt of charges settled', '费用结清凭证', '費用結清憑證'),
      where('direction', 'back'),
    ),
  ],
});
