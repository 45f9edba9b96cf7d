import { moneyOf } from '../../../src/kernel/money.ts';

export type UnitLine = { place: string; amount: number };

/** Units with a number each, as people paste them: `3-1202 42.10`, one a line. `wrong`: the first line that is none. */
export function unitLines(text: string): { lines: UnitLine[]; wrong: number | null } {
  const lines: UnitLine[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [place = '', number = '', ...more] = line.trim().split(/[\s\t;；]+/);
    const amount = moneyOf(number);
    if (more.length > 0 || place === '' || !amount) return { lines, wrong: at + 1 };
    lines.push({ place, amount });
  }
  return { lines, wrong: null };
}
