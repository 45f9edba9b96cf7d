import type { Field } from '../../src/pack/format.ts';
import { words } from '../../src/pack/shapes.ts';
import { atIntake } from './lines.ts';
import { somethingElse } from './choices.ts';

/** What a centre sells or installs; each house keeps its own list of them. One key in every kind, so that what is said of a product is found in all. */
export const productFields: Field[] = [
  atIntake('choice', 'product', words('Product', '产品', '產品'), {
    choices: [
      { key: 'smart_lock', name: words('Smart door lock', '智能门锁', '智慧門鎖') },
      { key: 'video_intercom', name: words('Video intercom', '可视对讲', '影像對講機') },
      { key: 'water_purifier', name: words('Water purifier', '净水器', '淨水器') },
      { key: 'appliance', name: words('Household appliance', '家用电器', '家用電器') },
      { key: 'groceries', name: words('Groceries and daily goods', '生鲜日用品', '生鮮日用品') },
      somethingElse,
    ],
    indexed: true,
  }),
  {
    key: 'model',
    name: words('Make and model', '品牌型号', '品牌型號'),
    type: 'text',
    at: 'intake',
  },
];
