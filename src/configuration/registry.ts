import type { Part } from './part.ts';
import { calendars } from './parts/calendars.ts';
import { kinds, settings, words } from './parts/definitions.ts';
import { departments } from './parts/departments.ts';
import { duties } from './parts/duties.ts';
import { offerings } from './parts/offerings.ts';
import { rounds, spotChecks } from './parts/plans.ts';
import { posts } from './parts/posts.ts';

/** Every part, in the order in which one may name another: a department its calendar, a kind its department. */
export const PARTS: readonly Part[] = [
  calendars,
  departments,
  posts,
  settings,
  kinds,
  spotChecks,
  rounds,
  offerings,
  duties,
  words,
];
