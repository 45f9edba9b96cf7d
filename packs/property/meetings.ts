import type { Settings } from '../../src/pack/settings-shape.ts';
import { words } from '../../src/pack/shapes.ts';
import { upward } from './ladders.ts';
import { reception } from './limits.ts';

type Sort = NonNullable<Settings['meetings']>[number];

// no source says within which time the record is signed: inferred
const sign = reception('P2D', upward);

/** MEET-01, S4 §1.2: regular, without a number; shipped as weekly. */
const department: Sort = {
  key: 'department_meeting',
  name: words('Department meeting', '部门例会', '部門例會'),
  calls: 'customer_service_head',
  of: 'department',
  every: 'week',
  outsiders: false,
  ladder: upward,
  sign,
};

/** MEET-02, S2 §2.1.1.1: regular and as occasion arises; shipped as monthly. */
const centre: Sort = {
  key: 'centre_meeting',
  name: words('Centre meeting', '客服中心会议', '客服中心會議'),
  calls: 'centre_manager',
  of: 'centre',
  every: 'month',
  outsiders: false,
  ladder: upward,
  sign,
};

/** MEET-03, S4 §8.2: no interval given; shipped as quarterly. */
const contractor: Sort = {
  key: 'contractor_meeting',
  name: words('Contractor communication meeting', '外包服务沟通会', '外包服務溝通會'),
  calls: 'customer_service_head',
  of: 'department',
  every: 'quarter',
  outsiders: true,
  ladder: upward,
  sign,
};

export const meetings: Sort[] = [department, centre, contractor];
