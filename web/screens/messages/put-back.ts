import { createStore } from '../../ui/store.ts';

/** What was taken back, until the field of its conversation has taken it up. */
export const takenBack = createStore<{ id: string; text: string } | null>(null);

export function putBack(id: string, text: string): void {
  takenBack.set({ id, text });
}

/** Which message of a group is being answered, until its answer is sent or another is chosen; by conversation. */
export const answering = createStore<{ id: string; messageId: string } | null>(null);
