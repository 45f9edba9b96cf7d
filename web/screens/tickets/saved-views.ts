import type { z } from 'zod';
import type { viewCountsOut } from '../../../src/saved-view/counts.ts';
import type { savedViewsOut } from '../../../src/saved-view/views.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { listLayouts } from '../../ui/list/columns.ts';
import { useWrite } from '../../server/writes.ts';
import type { TicketFilters } from './filters.ts';
import { ticketFilters } from './filters.ts';

type Answer = z.output<typeof savedViewsOut>;
type Counts = z.output<typeof viewCountsOut>;
export type ViewCount = Counts['items'][number]['count'];
export type SavedView = Omit<Answer['items'][number], 'filters'> & { filters: TicketFilters; count: ViewCount };
export type Shared = SavedView['shared'];

export function sameFilters(one: TicketFilters, other: TicketFilters): boolean {
  const written = (filters: TicketFilters) => JSON.stringify(Object.entries(filters).sort());
  return written(one) === written(other);
}

/** A view's own columns for as long as it is looked at; what somebody chose for himself stays as he chose it. */
export function showColumns({ columns }: Pick<SavedView, 'columns'>): void {
  if (columns) listLayouts.set((all) => ({ ...all, columns: { ...all.columns, tickets: columns } }));
}

export type NewView = { name: string; filters: TicketFilters; shared: Shared; withColumns: boolean };

/** My own views and those shared with me, kept by the server: a new desk has them too. */
export function useSavedViews() {
  const { data } = useRead<Answer>('views', { about: ['saved_view'] });
  const counts = useRead<Counts>('views/counts', {
    about: ['saved_view', 'ticket', 'commitment', 'clock'],
    enabled: (data?.items.length ?? 0) > 0,
  });
  const countOf = new Map(counts.data?.items.map(({ id, count }) => [id, count]));
  const save = useWrite<NewView>({
    send: ({ withColumns, ...view }, options) => {
      const columns = listLayouts.get().columns['tickets'];
      return api.post('views', { ...view, ...(withColumns && columns ? { columns } : {}) }, options);
    },
    changes: () => ['saved_view'],
  });
  const remove = useWrite<string>({
    send: (id, options) => api.delete(`views/${id}`, options),
    changes: () => ['saved_view'],
  });
  // what is not understood any more is left out, not shown broken
  const views = (data?.items ?? []).map((view): SavedView => ({
    ...view,
    filters: ticketFilters(view.filters),
    count: countOf.get(view.id) ?? null,
  }));
  return { views, save: save.run, remove: remove.run };
}
