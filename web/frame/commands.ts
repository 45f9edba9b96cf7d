import { useEffect, useRef } from 'react';
import { createStore } from '../ui/store.ts';

/** Something that can be done from the search field. Screens register what they offer while they are open. */
export type Command = { id: string; label: string; hotkey?: string; run: () => void };

export const commands = createStore<readonly Command[]>([]);

/** Offers commands in the search field for as long as the component is on the screen. */
export function useCommands(offered: readonly Command[]): void {
  const latest = useRef(offered);
  useEffect(() => {
    latest.current = offered;
  });
  const names = offered.map((one) => `${one.id}\u0000${one.label}`).join('\u0001');
  useEffect(() => {
    const mine = latest.current.map((one) => ({
      ...one,
      run: () => latest.current.find((now) => now.id === one.id)?.run(),
    }));
    commands.set((all) => [...all, ...mine]);
    return () => commands.set((all) => all.filter((one) => !mine.includes(one)));
  }, [names]);
}
