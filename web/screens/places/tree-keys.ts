import type { KeyboardEvent } from 'react';

/** The keys of a tree as screen readers expect them (WAI-ARIA): up and down walk, right opens or goes in, left closes or goes out. */
export function move(event: KeyboardEvent<HTMLElement>, open: ReadonlySet<string>, toggle: (id: string) => void): void {
  const item = (event.target as HTMLElement).closest<HTMLElement>('[role=treeitem]');
  if (!item) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const id = item.dataset['id'] ?? '';
  const at = items.indexOf(item);
  const go = (to: HTMLElement | null | undefined) => {
    if (!to) return;
    for (const one of items) one.tabIndex = one === to ? 0 : -1;
    to.focus();
  };
  const acts: Record<string, () => void> = {
    ArrowDown: () => go(items[at + 1]),
    ArrowUp: () => go(items[at - 1]),
    Home: () => go(items[0]),
    End: () => go(items.at(-1)),
    ArrowRight: () => (item.ariaExpanded === 'false' ? toggle(id) : item.ariaExpanded && go(items[at + 1])),
    ArrowLeft: () => (open.has(id) && item.ariaExpanded ? toggle(id) : go(above(items, at))),
    Enter: () => item.click(),
    ' ': () => item.click(),
  };
  const act = acts[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** What an item stands in: the nearest one before it that is a level higher. */
function above(items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const level = Number(items[at]?.ariaLevel);
  return items.slice(0, at).findLast((one) => Number(one.ariaLevel) < level);
}
