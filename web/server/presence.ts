import { useEffect } from 'react';
import { createStore, useStore } from '../ui/store.ts';

/** As the socket tells it: by ticket, each person with what he does there. */
export type Told = Record<string, [person: string, flags: number][]>;

const TYPING = 1;
const UNSAVED = 2;

const there = createStore<Told>({});

/** A new connection is told anew who is there. */
export function atStart(): void {
  there.set({});
}

export function hearPresence(told: Told): void {
  there.set((before) => {
    const now = { ...before, ...told };
    for (const [ticket, people] of Object.entries(told)) if (people.length === 0) delete now[ticket];
    return now;
  });
}

type Look = { ticket: string | null; typing: boolean; unsaved: boolean };
let look: Look = { ticket: null, typing: false, unsaved: false };
let say: () => void = () => {};

export const lookNow = (): Look => look;

export function whenLooking(sayer: () => void): void {
  say = sayer;
}

function set(change: Partial<Look>): void {
  const next = { ...look, ...change };
  if (next.ticket === look.ticket && next.typing === look.typing && next.unsaved === look.unsaved) return;
  look = next;
  say();
}

/** Whoever has not touched a key for so long does not type any more. */
const restsAfter = 4_000;
/** A tab nobody sees for so long is not looked at. */
const hiddenFor = 30_000;

/**
 * Says that this screen has the ticket before it, whether somebody types here, and whether something typed is not sent; no more
 * once it is left or hidden.
 */
export function useLooking(ticket: string, unsaved: () => boolean): void {
  useEffect(() => {
    let rest: number | undefined;
    let hidden: number | undefined;
    const seen = () => {
      window.clearTimeout(hidden);
      if (document.hidden) hidden = window.setTimeout(() => set({ ticket: null, typing: false }), hiddenFor);
      else set({ ticket, unsaved: unsaved() });
    };
    const typed = () => {
      window.clearTimeout(rest);
      set({ ticket, typing: true, unsaved: unsaved() });
      rest = window.setTimeout(() => set({ typing: false, unsaved: unsaved() }), restsAfter);
    };
    const sent = () => window.setTimeout(() => set({ unsaved: unsaved() }), 1_000);
    seen();
    document.addEventListener('visibilitychange', seen);
    document.addEventListener('input', typed);
    document.addEventListener('submit', sent);
    return () => {
      document.removeEventListener('visibilitychange', seen);
      document.removeEventListener('input', typed);
      document.removeEventListener('submit', sent);
      window.clearTimeout(rest);
      window.clearTimeout(hidden);
      set({ ticket: null, typing: false, unsaved: false });
    };
    // the ticket decides; `unsaved` reads what stands in this device's memory
    // oxlint-disable-next-line react/exhaustive-deps
  }, [ticket]);
}

export type Present = { person: string; does: 'looking' | 'typing' | 'unsaved' };

const none: Told[string] = [];

/** Who else has a ticket before him: typing says more than unsaved, unsaved more than looking. */
export function usePresent(ticket: string, me: string): Present[] {
  return (useStore(there)[ticket] ?? none)
    .filter(([person]) => person !== me)
    .map(([person, flags]) => ({
      person,
      does: flags & TYPING ? 'typing' : flags & UNSAVED ? 'unsaved' : 'looking',
    }));
}
