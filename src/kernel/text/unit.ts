/** A flat as people name it: building (`3`, `a`), entrance (单元), room with its floor (`1202`). `room` may be only a floor. */
export type Unit = { building?: string; entrance?: string; room?: string };

const NUMBER = String.raw`(?:[a-z]?[0-9]{1,3}|[a-z]|[一二三四五六七八九十]{1,3})`;
const ROOM = String.raw`(?:[a-z]?[0-9]{1,5}[a-z]?|[a-z])`;

/** 3栋1202, 3号楼2单元1202室, 3座12楼02室, a座, 三号楼, 3#1202, 12号302室, 1202室: every part may be missing. */
const SPELT =
  `(?:(?<building>${NUMBER})(?:号楼|号栋|栋|幢|座|#楼?|号(?=[0-9]{3,4}室))[- ]?)?` +
  `(?:(?<entrance>${NUMBER})(?:单元|梯)[- ]?)?` +
  `(?:(?<floor>${NUMBER})(?:楼|层)[- ]?)?` +
  // 3栋2026年, 3栋3个人: a number that counts something else is no room.
  `(?:(?<room>${ROOM})(?![0-9年月日天次个人分点时元])(?<suffix>号?[室房户]|号(?!楼|栋))?)?`;
const SPELT_WITHIN = new RegExp(`(?<![0-9a-z一二三四五六七八九十])(?=[0-9a-z一二三四五六七八九十])${SPELT}`, 'g');
const SPELT_WHOLE = new RegExp(`^${SPELT}$`);
/** No spelt unit is without one of these: most texts need not be looked at closely. */
const MARKED = /[栋幢座楼室房户元梯号#]/;

/** 3-1202, 3-2-1202, a-1202, b1-023, and a1202 in one piece. */
const DASHED = `(?<building>[a-z]?[0-9]{1,3}|[a-z])-(?:(?<entrance>[0-9]{1,2})-)?(?<room>[a-z]?[0-9]{1,5}[a-z]?)`;
const LETTERED = `(?<building>[a-z])(?<room>[0-9]{3,4})`;
const DASHED_WITHIN = new RegExp(`(?<![0-9a-z-])${DASHED}(?![0-9a-z-])`, 'g');
const LETTERED_WITHIN = new RegExp(`(?<![0-9a-z-])${LETTERED}(?![0-9a-z-])`, 'g');
const DASHED_WHOLE = new RegExp(`^${DASHED}$`);
const LETTERED_WHOLE = new RegExp(`^${LETTERED}$`);

const BLOCK = /\b(?:block|blk|tower|building|bldg)\s?([a-z]?[0-9]{1,3}|[a-z])\b/;
const FLAT = /\b(?:flat|unit|room|rm|apt|apartment|suite)\s?([a-z]?[0-9]{1,5}[a-z]?|[a-z])\b/;
const FLOOR = /\b([0-9]{1,3})(?:\/f|st floor|nd floor|rd floor|th floor)(?![a-z])|\bfloor ([0-9]{1,3})\b/;

const HAN_DIGITS = '零一二三四五六七八九';

/** 三 -> 3, 十二 -> 12, 二十 -> 20, 03 -> 3, b1 -> b1. */
function plainNumber(text: string): string {
  const tens = text.indexOf('十');
  if (tens >= 0) {
    const ten = tens === 0 ? 1 : HAN_DIGITS.indexOf(text[tens - 1]!);
    const one = tens === text.length - 1 ? 0 : HAN_DIGITS.indexOf(text[tens + 1]!);
    return String(ten * 10 + one);
  }
  const digits = text.replace(/[一二三四五六七八九]/g, (digit) => String(HAN_DIGITS.indexOf(digit)));
  return digits.replace(/^([a-z]?)0+(?=[0-9])/, '$1');
}

/** A room of one or two digits stands on its floor (12楼2室 is 1202); a longer one names the floor itself. */
function roomOnFloor(floor: string | undefined, room: string | undefined): string | undefined {
  if (floor === undefined) return room === undefined ? undefined : plainNumber(room);
  const level = plainNumber(floor);
  if (room === undefined) return level;
  if (/^[0-9]{1,2}$/.test(room)) return level + room.padStart(2, '0');
  return /^[0-9]/.test(room) ? plainNumber(room) : level + room;
}

type Parts = { building?: string; entrance?: string; floor?: string; room?: string; suffix?: string };

function unitOf(parts: Parts): Unit {
  const unit: Unit = {};
  if (parts.building !== undefined) unit.building = plainNumber(parts.building);
  if (parts.entrance !== undefined) unit.entrance = plainNumber(parts.entrance);
  const room = roomOnFloor(parts.floor, parts.room);
  if (room !== undefined) unit.room = room;
  return unit;
}

/** Whether the parts are enough to be a place and not just a number: 12楼 alone, 5 alone and 2单元 alone are not. */
function namesUnit(parts: Parts): boolean {
  if (parts.building !== undefined) return true;
  if (parts.room === undefined) return false;
  return parts.entrance !== undefined || (parts.suffix !== undefined && /[0-9]/.test(parts.room));
}

function* partsWithin(folded: string): Generator<Parts> {
  if (MARKED.test(folded)) for (const match of folded.matchAll(SPELT_WITHIN)) yield match.groups as Parts;
  if (!/[0-9]/.test(folded)) return;
  for (const match of folded.matchAll(DASHED_WITHIN)) yield match.groups as Parts;
  for (const match of folded.matchAll(LETTERED_WITHIN)) yield match.groups as Parts;
}

/** The label of a flat in English order: block 3 flat 1202; flat a, 12/f, tower 2. */
export function englishUnit(folded: string): Unit | null {
  const building = BLOCK.exec(folded)?.[1];
  const room = FLAT.exec(folded)?.[1];
  const floors = FLOOR.exec(folded);
  const floor = floors?.[1] ?? floors?.[2];
  if (room === undefined || (building === undefined && floor === undefined)) return null;
  return unitOf({ room, ...(building !== undefined && { building }), ...(floor !== undefined && { floor }) });
}

const ONLY_ROOM = new RegExp(`^${ROOM}$`);

/** Whether a whole label is just a room: 1202, 12a, b023. */
export function isRoom(label: string): boolean {
  return ONLY_ROOM.test(label);
}

/** Every flat or building that a folded text names. */
export function unitsIn(folded: string): Unit[] {
  const units: Unit[] = [];
  for (const parts of partsWithin(folded)) if (namesUnit(parts)) units.push(unitOf(parts));
  return units;
}

/** What a folded query means if the whole of it names a flat or a building, else null. */
export function unitAsked(folded: string): Unit | null {
  for (const shape of [SPELT_WHOLE, DASHED_WHOLE, LETTERED_WHOLE]) {
    const parts = shape.exec(folded)?.groups as Parts | undefined;
    if (parts && namesUnit(parts)) return unitOf(parts);
  }
  // Here nothing else may stand: `block 3 flat 1202 leak` asks for more than the flat.
  const rest = [BLOCK, FLAT, FLOOR].reduce((text, shape) => text.replace(shape, ''), folded);
  return /^[ ,]*$/.test(rest) ? englishUnit(folded) : null;
}

/**
 * Terms for a unit, marked with `u:` so that a query for `3-1202` does not meet every 31202 inside a number. One line per way of
 * leaving something out: with the entrance, without it, the room alone; a building alone ends in a dash, so that it opens all its rooms.
 * `31202` and `1202` in one piece are plain numbers.
 */
export function unitTerms(unit: Unit): string[] {
  const { building, entrance, room } = unit;
  if (room === undefined)
    return building === undefined ? [] : [`u:${building}-${entrance === undefined ? '' : `${entrance}-`}`];
  const terms = [`u:${room}`];
  if (building === undefined) return terms;
  terms.push(`u:${building}-${room}`);
  if (/^[0-9]+$/.test(building + room)) terms.push(building + room);
  if (entrance === undefined) return terms;
  terms.push(`u:${building}-${entrance}-${room}`);
  if (/^[0-9]+$/.test(building + entrance + room)) terms.push(building + entrance + room);
  return terms;
}

/** The one term by which a query for a unit finds it, as a prefix. */
export function unitQueryTerm(unit: Unit): string {
  const { building, entrance, room } = unit;
  const before = building === undefined ? '' : `${building}-${entrance === undefined ? '' : `${entrance}-`}`;
  return `u:${before}${room ?? ''}`;
}
