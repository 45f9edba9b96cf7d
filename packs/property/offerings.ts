import type { Pack } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';

/** WORK-08: what occupiers may order from the service centre's list. CONS-02: what is told of it. Prices are examples to be changed. */
export const offerings: NonNullable<Pack['offerings']> = [
  {
    key: 'air_conditioner_cleaning',
    kind: 'special_service',
    department: 'engineering',
    name: words('Air conditioner cleaning', '空调清洗', '冷氣機清洗'),
    features: words('Filter, fins and drain are cleaned', '清洗滤网、翅片与排水管', '清洗濾網、散熱片與排水管'),
    price: words('From ¥80 a unit', '每台 80 元起', '每部 80 元起'),
    discount: words('Three units or more: 10 % off', '三台及以上九折', '三部或以上九折'),
    steps: words('Book, clean, trial run, sign', '预约、清洗、试机、签字', '預約、清洗、試機、簽字'),
    method: words('At the counter or by phone', '前台或电话预约', '櫃檯或電話預約'),
    usualTime: words('An hour a unit', '每台约一小时', '每部約一小時'),
    published: true,
  },
  {
    key: 'lamp_or_socket_replacement',
    kind: 'special_service',
    department: 'engineering',
    name: words('Lamp or socket replacement', '更换灯具或插座', '更換燈具或插座'),
    features: words('Labour; parts are charged apart', '含人工，材料另计', '含工費，材料另計'),
    price: words('From ¥30', '30 元起', '30 元起'),
    steps: words('Book, replace, test, sign', '预约、更换、测试、签字', '預約、更換、測試、簽字'),
    method: words('At the counter or by phone', '前台或电话预约', '櫃檯或電話預約'),
    usualTime: words('Half an hour', '约半小时', '約半小時'),
    published: true,
  },
  {
    key: 'home_cleaning',
    kind: 'special_service',
    department: 'cleaning_greening',
    name: words('Home cleaning', '入户保洁', '到府清潔'),
    features: words('Floors, kitchen and bathroom', '地面、厨房、卫生间清洁', '地面、廚房、浴室清潔'),
    price: words('¥40 an hour, two hours at least', '每小时 40 元，两小时起', '每小時 40 元，兩小時起'),
    method: words('Book a day ahead', '提前一天预约', '提前一天預約'),
    usualTime: words('Two to four hours', '两至四小时', '兩至四小時'),
    published: true,
  },
  {
    key: 'management_fee',
    department: 'finance',
    name: words('Management fee', '物业管理费', '管理費'),
    features: words(
      'Security, cleaning, greening, public repairs',
      '安保、保洁、绿化、公共维修',
      '保安、清潔、綠化、公共維修',
    ),
    price: words('By the area of the flat, see the contract', '按建筑面积计收，详见合同', '按建築面積計收，詳見合約'),
    discount: words('A year in advance: 3 % off', '一次性预缴全年优惠 3%', '一次預繳全年優惠 3%'),
    method: words('At the counter, by transfer or online', '前台、转账或线上缴纳', '櫃檯、轉帳或線上繳納'),
    published: true,
  },
];
