import { useEffect } from 'react';
import { createStore, useStore } from '../../ui/store.ts';

type Inserted = { ticketId: string; text: string };

/** Words on their way from a pane beside the ticket into its answer. */
const inserted = createStore<Inserted | null>(null);

export function insertIntoAnswer(ticketId: string, text: string): void {
  inserted.set({ ticketId, text });
}

/** Tells the composer that words are coming for the answer, so that the answer is what stands open. */
export function useInsertComing(ticketId: string, open: () => void): void {
  const coming = useStore(inserted);
  useEffect(() => {
    if (coming?.ticketId === ticketId) open();
    // each time words come, and only then
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [coming]);
}

/** Gives the words to the field of the answer, once; what was typed there before stays in front of them. */
export function useInserted(ticketId: string, wanted: boolean, take: (text: string) => void): void {
  const coming = useStore(inserted);
  useEffect(() => {
    if (!wanted || coming?.ticketId !== ticketId) return;
    take(coming.text);
    inserted.set(null);
    // each time words come, and only then
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [coming, wanted]);
}
