import { useEffect, useRef } from 'react';
import { createStore } from './store.ts';
import { recallText, remember } from './memory.ts';

/**
 * Every key of the screen. A key is one character (`e`, `E` with Shift, `/`, `?`), a name (`Enter`, `Escape`), or
 * `mod+k`, `mod+Enter` (Ctrl, on a Mac Command). Whoever registers a key also shows a button for it.
 */
export type Key = {
  key: string;
  label: string;
  /** Heading in the help overlay. */
  group: (typeof groupsOfKeys)[number];
  run: (event: KeyboardEvent) => void;
  /** Asked at the press: whether it is meant for this one, where several share a key. */
  when?: () => boolean;
};

type Registered = Key & { layer: number };

export const registered = createStore<readonly Registered[]>([]);

/** Single characters may be switched off, as people who speak to their computer need (WCAG 2.1.4). */
export const letterKeys = createStore<boolean>(recallText('keys') !== 'off');

export function setLetterKeys(on: boolean): void {
  remember('keys', on ? undefined : 'off');
  letterKeys.set(on);
}

export const groupsOfKeys = ['screen', 'list', 'everywhere'] as const;

/** The name of a key press in our notation, or null where it belongs to the browser or a screen reader. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string | null {
  if (event.altKey) return null;
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return name.length === 1 || name === 'Enter' ? `mod+${name}` : null;
  return event.key;
}

/** Whether somebody is writing: then single keys are text. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return (
    target.tagName === 'INPUT' && !/^(checkbox|radio|button|submit|file|range)$/.test((target as HTMLInputElement).type)
  );
}

/** Elements that use a named key themselves: Enter on a button presses the button, not the row behind it. */
function usesItself(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (name === 'Enter' || name === ' ')
    return target.closest('a,button,summary,[role=menuitem],[role=option],[role=tab],[role=switch]') !== null;
  return target.closest('[role=menu],[role=listbox],[role=combobox]') !== null;
}

/** Only the topmost dialog hears keys; what lies behind it is silent. */
function layerOf(target: Element | null): number {
  return target?.closest('[aria-modal=true]') ? 1 : 0;
}

function openLayer(): number {
  return document.querySelector('[aria-modal=true]') ? 1 : 0;
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const name = keyName(event);
  if (name === null) return;
  const single = name.length === 1;
  if ((single || !name.startsWith('mod+')) && isWriting(event.target)) return;
  if (single && !letterKeys.get()) return;
  if (!single && usesItself(event.target, name)) return;
  const layer = openLayer();
  const heard = registered
    .get()
    .findLast((one) => one.key === name && (one.layer === layer || name.startsWith('mod+')) && (one.when?.() ?? true));
  if (!heard) return;
  event.preventDefault();
  heard.run(event);
}

/** What can be done on the screen beneath any window, for who would rather choose it by name; of one key the one that would be heard. */
export function actsOf(keys: readonly Registered[]): Key[] {
  const heard = keys.filter((one) => one.layer === 0 && one.group === 'screen' && (one.when?.() ?? true));
  return [...new Map(heard.map((one) => [one.key, one])).values()];
}

let listening = false;

/** Registers one key and answers with how to take it back. Later ones win over earlier ones. */
export function addKey(key: Key, within: Element | null = null): () => void {
  if (!listening) document.addEventListener('keydown', hear);
  listening = true;
  const entry = { ...key, layer: layerOf(within) };
  registered.set((all) => [...all, entry]);
  return () => registered.set((all) => all.filter((one) => one !== entry));
}

/** Registers keys for as long as the component is on the screen. The keys themselves must not change between renders. */
export function useKeys(keys: readonly Key[], within?: { readonly current: Element | null }): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const names = keys.map((key) => `${key.key}\u0000${key.label}`).join('\u0001');
  useEffect(() => {
    const now = (key: Key) => latest.current.find((one) => one.key === key.key);
    const takeBack = latest.current.map((key) =>
      addKey(
        { ...key, run: (event) => now(key)?.run(event), when: () => now(key)?.when?.() ?? true },
        within?.current ?? null,
      ),
    );
    return () => {
      for (const back of takeBack) back();
    };
  }, [names, within]);
}

/** How a key is printed on a button: `⇧E`, `Ctrl K`. */
export function keyCap(key: string): string {
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  if (key.startsWith('mod+')) return `${mac ? '⌘' : 'Ctrl '}${key === 'mod+Enter' ? '↵' : key.slice(4).toUpperCase()}`;
  if (key.length === 1) return key !== key.toLowerCase() ? `⇧${key}` : key.toUpperCase();
  return ({ Enter: '↵', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' } as Record<string, string>)[key] ?? key;
}
