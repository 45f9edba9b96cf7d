import { createStore } from './store.ts';

export type ToastTone = 'done' | 'problem' | 'news';

export type Toast = {
  id: number;
  text: string;
  tone: ToastTone;
  /** When it goes by itself, in the server's time; problems stay until they are closed. */
  until: number | null;
  undo?: () => Promise<unknown>;
  open?: { label: string; run: () => void };
};

export const toasts = createStore<readonly Toast[]>([]);

const shown = 6_000;
let last = 0;

function add(toast: Omit<Toast, 'id'>): number {
  last += 1;
  const id = last;
  toasts.set((all) => [...all.filter((one) => one.text !== toast.text), { ...toast, id }].slice(-4));
  if (toast.until !== null) window.setTimeout(() => closeToast(id), Math.max(toast.until, 1000));
  return id;
}

export function closeToast(id: number): void {
  toasts.set((all) => all.filter((one) => one.id !== id));
}

/** What went wrong on a screen is over when somebody has left it. */
export function closeProblems(): void {
  toasts.set((all) => all.filter((one) => one.tone !== 'problem'));
}

/** Says in a corner what was done or what went wrong. */
export function say(text: string, tone: ToastTone = 'done', open?: Toast['open']): number {
  return add({ text, tone, until: tone === 'problem' ? null : shown, ...(open ? { open } : {}) });
}

/**
 * Offers to take back what was just done, for `forMs`: as long as the server holds its outward effects (messages, calls) back.
 */
export function offerUndo(text: string, undo: () => Promise<unknown>, forMs: number): number {
  return add({ text, tone: 'done', until: forMs, undo });
}
