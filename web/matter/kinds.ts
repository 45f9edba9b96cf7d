import type { z } from 'zod';
import type { intakeOut } from '../../src/pack/intake-view.ts';
import { useRead } from '../server/queries.ts';
import { byName } from '../ui/time.ts';

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

/** People as a list offers them to choose from: by name, in the order of the reader's language. */
export function peopleOptions(people: readonly Pick<Colleague, 'id' | 'name'>[]): { value: string; label: string }[] {
  return [...people]
    .sort((one, other) => byName(one.name, other.name))
    .map(({ id, name }) => ({ value: id, label: name }));
}
