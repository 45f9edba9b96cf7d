import { newId } from '../kernel/id.ts';
import type { Id } from '../kernel/id.ts';
import { normalisePhone } from '../kernel/text/mask.ts';
import type { AddCustomer } from '../customer/inputs.ts';
import type { AddPlace } from '../place/inputs.ts';
import type { Context } from '../platform/context.ts';
import { addCustomer } from '../customer/commands/add-customer.ts';
import { addPlaces } from '../place/commands/add-places.ts';
import type { Random } from './random.ts';

const BUILDINGS = ['1', '2', '3'];
const FLOORS = 25;
const FLATS_A_FLOOR = 4;

export type Flat = { id: Id<'place'>; code: string; residents: { id: Id<'customer'>; name: string; phone: string }[] };
export type Estate = {
  flats: Flat[];
  /** Lobbies, lifts and the like, by code. */
  shared: ReadonlyMap<string, Id<'place'>>;
};

type Planned = AddPlace & { id: Id<'place'> };

type Maker = (
  parentId: Id<'place'> | undefined,
  kind: AddPlace['kind'],
  code: string,
  name: string,
  more?: Pick<Partial<AddPlace>, 'safety' | 'floor'>,
) => Planned;

function makerOf(context: Context, centreId: Id<'centre'>): Maker {
  return (parentId, kind, code, name, more = {}) => ({
    id: newId<'place'>(context.now),
    ...(parentId ? { parentId } : { centreId }),
    kind,
    code,
    name,
    safety: false,
    ...more,
  });
}

/** A building with its lobby, stairs, lift, fire protection and flats. */
function buildingOf(place: Maker, estateId: Id<'place'>, number: string): Planned[] {
  const building = place(estateId, 'building', number, `${number}栋`);
  const all = [
    building,
    place(building.id, 'public_area', `${number}-大堂`, `${number}栋大堂`),
    place(building.id, 'public_area', `${number}-楼道`, `${number}栋楼道`),
    place(building.id, 'facility', `${number}-电梯`, `${number}栋1号电梯`, { safety: true }),
    place(building.id, 'facility', `${number}-消防`, `${number}栋消防系统`, { safety: true }),
  ];
  for (let floor = 1; floor <= FLOORS; floor += 1) {
    for (let flat = 1; flat <= FLATS_A_FLOOR; flat += 1) {
      const room = `${floor}0${flat}`;
      all.push(place(building.id, 'unit', `${number}-${room}`, `${number}栋${room}`, { floor }));
    }
  }
  return all;
}

function placesOf(context: Context, centreId: Id<'centre'>): Planned[] {
  const place = makerOf(context, centreId);
  const estate = place(undefined, 'estate', '回音', '回音花园');
  return [
    estate,
    place(estate.id, 'public_area', '花园', '中心花园'),
    place(estate.id, 'public_area', '车库', '地下车库'),
    place(estate.id, 'public_area', '大门', '小区大门'),
    place(estate.id, 'facility', '水泵房', '生活水泵房', { safety: true }),
    place(estate.id, 'facility', '配电房', '配电房', { safety: true }),
    ...BUILDINGS.flatMap((number) => buildingOf(place, estate.id, number)),
  ];
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
];
const GIVEN =
  '伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀兰 霞 平 刚 桂英 志强 建华 文博 子涵 雨欣 浩然 思远 欣怡 梓轩 晓明 海燕 国栋 淑珍 玉梅 俊杰 佳慧 振宇'.split(
    ' ',
  );

function residentOf(
  random: Random,
  flat: Planned,
  relation: 'owner' | 'resident' | 'tenant',
  vip: boolean,
): AddCustomer {
  const name = random.pick(SURNAMES) + random.pick(GIVEN);
  const number = `13${random.between(0, 9)}${String(random.between(0, 99_999_999)).padStart(8, '0')}`;
  return {
    kind: 'person',
    name,
    language: 'zh-hans',
    vip,
    note: null,
    phones: [{ number, label: '手机' }],
    emails: [],
    places: [{ placeId: flat.id, relation, since: null, until: null }],
    members: [],
  };
}

/** Three buildings of a hundred flats each, and whoever lives there. */
export async function buildEstate(context: Context, random: Random, centreId: Id<'centre'>): Promise<Estate> {
  const places = placesOf(context, centreId);
  await addPlaces(context, places);
  const flats: Flat[] = [];
  for (const place of places.filter((one) => one.kind === 'unit')) {
    const rented = random.chance(0.22);
    const people = [residentOf(random, place, rented ? 'tenant' : 'owner', random.chance(0.04))];
    if (random.chance(0.35)) people.push(residentOf(random, place, 'resident', false));
    const residents = [];
    for (const person of people) {
      const id = await addCustomer(context, person);
      residents.push({ id: id as Id<'customer'>, name: person.name, phone: normalisePhone(person.phones[0]!.number) });
    }
    flats.push({ id: place.id, code: place.code, residents });
  }
  return {
    flats,
    shared: new Map(
      places.filter(({ kind }) => kind === 'public_area' || kind === 'facility').map(({ code, id }) => [code, id]),
    ),
  };
}
