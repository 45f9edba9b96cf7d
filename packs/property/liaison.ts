import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';

type Kind = NonNullable<Settings['liaison']>[number];

const kind = (key: string, name: Kind['name'], learns = false): Kind => ({ key, name, learns });

/** EXTR-01 (public bodies), EXTR-02 (utilities and authorities), EXTR-03 (the trade), EXTR-04 (who built the place). */
export const liaison: Kind[] = [
  kind('housing_administration', words('Housing administration', '房管部门', '房管部門')),
  kind('street_office', words('Street office', '街道办事处', '街道辦事處')),
  kind('urban_management', words('Urban management', '城管部门', '城管部門')),
  kind('police', words('Public security', '公安派出所', '公安派出所')),
  kind('neighbourhood_committee', words('Neighbourhood committee', '居委会', '居委會')),
  kind('water_company', words('Water company', '自来水公司', '自來水公司')),
  kind('power_bureau', words('Power bureau', '供电局', '供電局')),
  kind('post_office', words('Post office', '邮局', '郵局')),
  kind('price_bureau', words('Price bureau', '物价局', '物價局')),
  kind('peer', words('Property company of the trade', '物业同行', '物業同業'), true),
  kind('developer', words('Developer', '发展商', '發展商')),
  kind('builder', words('Construction firm', '施工单位', '施工單位')),
];
