import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';

/** DOCS-01 to -03: which kinds there are is inferred. */
export const documentKinds: NonNullable<Settings['documentKinds']> = [
  { key: 'notice', name: words('Notice', '通知', '通知'), sign: 'TZ', ways: ['draft'] },
  { key: 'rule', name: words('Rule', '管理制度', '管理制度'), sign: 'ZD', ways: ['draft'] },
  { key: 'request', name: words('Request for instructions', '请示', '請示'), sign: 'QS', ways: ['draft'] },
  { key: 'report', name: words('Report', '报告', '報告'), sign: 'BG', ways: ['draft', 'paper'] },
  { key: 'letter', name: words('Letter to a body', '公函', '公函'), sign: 'GH', ways: ['in', 'out'] },
  {
    key: 'liaison_letter',
    name: words('Letter between departments', '部门沟通函', '部門溝通函'),
    sign: 'GT',
    ways: ['in', 'out'],
  },
  { key: 'material', name: words('Centre material', '中心资料', '中心資料'), sign: 'ZL', ways: ['paper'] },
  {
    key: 'personnel_file',
    name: words('Personnel file', '人事材料', '人事資料'),
    sign: 'RS',
    ways: ['draft', 'paper'],
  },
  { key: 'wage_list', name: words('Wage list', '工资表', '薪資表'), sign: 'GZ', ways: ['draft', 'paper'] },
];

/** DOCS-04: which classes there are and that each stands under one owner is the row's; who, and the years, are inferred. */
export const archiveClasses: NonNullable<Settings['archiveClasses']> = [
  {
    key: 'department',
    name: words('Department archives', '部门档案', '部門檔案'),
    owner: 'document_keeper',
    restricted: false,
    keepYears: 5,
  },
  {
    key: 'administrative',
    name: words('Administrative archives', '行政档案', '行政檔案'),
    owner: 'administration_supervisor',
    restricted: false,
    keepYears: 10,
  },
  {
    key: 'personnel',
    name: words('Personnel archives', '人事档案', '人事檔案'),
    owner: 'administration_supervisor',
    restricted: true,
    keepYears: null,
  },
  {
    key: 'wages',
    name: words('Wage archives', '工资档案', '薪資檔案'),
    owner: 'administration_supervisor',
    restricted: true,
    keepYears: 15,
  },
];
