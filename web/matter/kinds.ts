import type { z } from 'zod';
import type { intakeOut } from '../../src/pack/intake-view.ts';
import { useRead } from '../server/queries.ts';

/** `GET /api/kinds`: kinds of matter with their fields, and whom work can be given to. */
export type Desk = z.output<typeof intakeOut>;
export type Kind = Desk['items'][number];
export type Department = Desk['departments'][number];
export type Colleague = Desk['people'][number];

const none: Desk = { items: [], canned: [], severities: [], pauses: [], departments: [], people: [] };

/** What forms are built from. Empty until it has come; it changes seldom, so it is there from the first screen on. */
export function useDesk(): Desk {
  return useRead<Desk>('kinds', { about: ['kind', 'person', 'department', 'post', 'duty'] }).data ?? none;
}
