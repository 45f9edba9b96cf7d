import type { RailGroup, RailItem } from './rail-items.ts';
import { RAIL_GROUPS } from './rail-items.ts';

/** More than so many at once nobody takes in at a glance; with fewer in all there is nothing to fold. */
export const MOST_AT_ONCE = 8;
/** One is left for the screen somebody stands on, which is shown in a closed group too. */
const MOST_OPEN = MOST_AT_ONCE - 1;

export type Grouped = { key: RailGroup; items: readonly RailItem[] };

/** What somebody may see, by group; groups without anything are left out. */
export function grouped(items: readonly RailItem[]): Grouped[] {
  return RAIL_GROUPS.map((key) => ({ key, items: items.filter((item) => item.group === key) })).filter(
    (group) => group.items.length > 0,
  );
}

/** Keeps the first of these groups as far as they fit together; one that is too large alone stands open alone. */
function fitting(wanted: readonly RailGroup[], groups: readonly Grouped[]): RailGroup[] {
  const open: RailGroup[] = [];
  let shown = 0;
  for (const key of wanted) {
    const size = groups.find((group) => group.key === key)?.items.length ?? 0;
    if (size === 0) continue;
    shown += size;
    if (open.length > 0 && shown > MOST_OPEN) break;
    open.push(key);
  }
  return open;
}

/** Which groups are open, the one opened last first: as they were left here, else the first that fit. */
export function openGroups(left: readonly RailGroup[] | null, groups: readonly Grouped[]): RailGroup[] {
  return fitting(left ?? groups.map(({ key }) => key), groups);
}

/** Opens a closed group, and closes those opened longest ago where it would be too many; or closes an open one. */
export function toggled(open: readonly RailGroup[], key: RailGroup, groups: readonly Grouped[]): RailGroup[] {
  return open.includes(key) ? open.filter((one) => one !== key) : fitting([key, ...open], groups);
}

export const isHere = (item: RailItem, path: string): boolean => path === item.to || path.startsWith(`${item.to}/`);
