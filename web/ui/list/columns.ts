import { createStore, useStore } from '../store.ts';
import type { Column } from './model.ts';
import { fitting } from './model.ts';

export type Density = 'compact' | 'comfortable';
export type Layouts = { density: Density; columns: Readonly<Record<string, string[]>> };

/** How this person wants lists: kept with the person by the server, filled in when the session is known. */
export const listLayouts = createStore<Layouts>({ density: 'compact', columns: {} });

let keep: (change: { density?: Density; columns?: Record<string, string[]> }) => void = () => {};

/** Who keeps what was chosen; set once, by the session. */
export function whenLayoutChanges(keeper: typeof keep): void {
  keep = keeper;
}

export type Layout<Row> = {
  shown: readonly Column<Row>[];
  isShown: (key: string) => boolean;
  toggle: (key: string) => void;
  density: Density;
  setDensity: (density: Density) => void;
};

/** Which columns the list of that name shows, and how dense. What does not fit into `rem` is left out meanwhile. */
export function useLayout<Row>(name: string, columns: readonly Column<Row>[], rem: number): Layout<Row> {
  const { density, columns: chosen } = useStore(listLayouts);
  const keys = chosen[name] ?? columns.filter((column) => !column.spare).map((column) => column.key);
  const isShown = (key: string) =>
    keys.includes(key) || (columns.find((column) => column.key === key)?.always ?? false);
  return {
    // Before it has been measured everything is shown.
    shown: fitting(
      columns.filter((column) => isShown(column.key)),
      rem || Infinity,
    ),
    isShown,
    toggle: (key) => {
      const next = keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key];
      listLayouts.set((all) => ({ ...all, columns: { ...all.columns, [name]: next } }));
      keep({ columns: { [name]: next } });
    },
    density,
    setDensity: (next) => {
      listLayouts.set((all) => ({ ...all, density: next }));
      keep({ density: next });
    },
  };
}
