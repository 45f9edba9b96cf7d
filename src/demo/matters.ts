import type { Matter } from './matter.ts';
import { AT_HOME } from './matters-at-home.ts';
import { ELSEWHERE } from './matters-elsewhere.ts';
import type { Random } from './random.ts';

const MATTERS: Matter[] = [...AT_HOME, ...ELSEWHERE];

const WEIGHTS = Object.fromEntries(MATTERS.map((matter, index) => [String(index), matter.weight]));

export function pickMatter(random: Random): Matter {
  return MATTERS[Number(random.weighted(WEIGHTS))]!;
}

export function matterCalled(title: string): Matter {
  const found = MATTERS.find((matter) => matter.title === title);
  if (!found) throw new Error(`nobody calls about ${title}`);
  return found;
}
