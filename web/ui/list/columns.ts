import { useState } from 'react';
import { recall, recallText, remember } from '../memory.ts';
import type { Column } from './model.ts';
import { fitting } from './model.ts';

export type Density = 'compact' | 'comfortable';

export type Layout<Row> = {
  shown: readonly Column<Row>[];
  isShown: (key: string) => boolean;
  toggle: (key: string) => void;
  density: Density;
  setDensity: (density: Density) => void;
};

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/**
 * Which columns a list shows and how dense it is. Remembered on the device rather than with the person: the narrow screen
 * at the counter and the wide one at home want different columns. What does not fit into `rem` is left out meanwhile.
 */
export function useLayout<Row>(name: string, columns: readonly Column<Row>[], rem: number): Layout<Row> {
  const [keys, setKeys] = useState<string[]>(
    () => recall(`columns.${name}`, isNames) ?? columns.filter((column) => !column.spare).map((column) => column.key),
  );
  const [density, setDensity] = useState<Density>(() =>
    recallText('density') === 'comfortable' ? 'comfortable' : 'compact',
  );
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
      setKeys(next);
      remember(`columns.${name}`, next);
    },
    density,
    setDensity: (next) => {
      setDensity(next);
      remember('density', next);
    },
  };
}
