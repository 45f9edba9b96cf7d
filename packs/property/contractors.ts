import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';

type Service = NonNullable<Settings['contractorServices']>[number];

/** EXTR-06, S4 §8.3: these four services are the row's. How often, and the points of each, are inferred. */
export const contractorServices: Service[] = [
  {
    key: 'cleaning',
    name: words('Cleaning', '清洁', '清潔'),
    every: 'week',
    points: [
      { key: 'public_areas', name: words('Public areas clean', '公共区域清洁', '公共區域清潔') },
      { key: 'waste', name: words('Waste taken away in time', '垃圾及时清运', '垃圾及時清運') },
      { key: 'staffing', name: words('People at their posts as agreed', '人员按约到岗', '人員依約到崗') },
    ],
  },
  {
    key: 'greening',
    name: words('Greening', '绿化养护', '綠化養護'),
    every: 'month',
    points: [
      { key: 'trimming', name: words('Trimmed, weeded and watered', '修剪、除草、浇水', '修剪、除草、澆水') },
      { key: 'pests', name: words('Pests and diseases kept down', '病虫害防治', '病蟲害防治') },
      { key: 'replanting', name: words('Dead plants replaced', '枯死植株补种', '枯死植株補種') },
    ],
  },
  {
    key: 'plant_rental',
    name: words('Plant rental', '植物租摆', '植物租擺'),
    every: 'month',
    points: [
      { key: 'number', name: words('As many plants as agreed', '数量与约定相符', '數量與約定相符') },
      { key: 'state', name: words('Plants fresh, pots clean', '长势良好、盆器洁净', '長勢良好、盆器潔淨') },
      { key: 'exchange', name: words('Exchanged in time', '按时更换', '按時更換') },
    ],
  },
  {
    key: 'environment',
    name: words('Environment', '环境', '環境'),
    every: 'month',
    points: [
      { key: 'pest_control', name: words('Rats, flies and mosquitoes kept down', '四害消杀', '蟲鼠防治') },
      { key: 'drains', name: words('Drains and septic tanks cleared', '沟渠、化粪池清掏', '溝渠、化糞池清理') },
      { key: 'safe_work', name: words('Works safely, warns people', '作业安全并设警示', '作業安全並設警示') },
    ],
  },
];
