import { useSyncExternalStore } from 'react';

export type Store<Value> = {
  get: () => Value;
  set: (change: Value | ((value: Value) => Value)) => void;
  subscribe: (listener: () => void) => () => void;
};

/** One value that several parts of the screen share and that changes from outside React too. */
export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (change) => {
      const next = typeof change === 'function' ? (change as (value: Value) => Value)(value) : change;
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<Value>(store: Store<Value>): Value {
  return useSyncExternalStore(store.subscribe, store.get);
}
