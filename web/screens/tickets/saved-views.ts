import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, newestDraft } from '../../ui/form/draft-store.ts';
import type { TicketFilters } from './filters.ts';
import { ticketFilters } from './filters.ts';

export type SavedView = { name: string; filters: TicketFilters };

/** Kept with the person by the server, as drafts are: a new desk has them too. */
const subject = 'tickets/views';

export function sameFilters(one: TicketFilters, other: TicketFilters): boolean {
  const written = (filters: TicketFilters) => JSON.stringify(Object.entries(filters).sort());
  return written(one) === written(other);
}

/** What was kept, where it is still understood. */
export function readViews(text: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(text);
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((one: Partial<SavedView> | null) =>
      typeof one?.name === 'string' ? [{ name: one.name, filters: ticketFilters({ ...one.filters }) }] : [],
    );
  } catch {
    return [];
  }
}

export function useSavedViews() {
  const [views, setViews] = useState<SavedView[]>([]);
  useEffect(() => {
    let here = true;
    void newestDraft(subject).then((draft) => here && draft && setViews(readViews(draft.text)));
    return () => {
      here = false;
    };
  }, []);
  const keep = (next: SavedView[]) => {
    setViews(next);
    if (next.length === 0) dropDraft(subject);
    else keepDraft(subject, JSON.stringify(next));
  };
  return {
    views,
    save: (view: SavedView) => keep([...views.filter((one) => one.name !== view.name), view]),
    remove: (view: SavedView) => keep(views.filter((one) => one !== view)),
  };
}
