import { useState } from 'react';

/** What is half typed outlives a reload and a change of language in this tab, and nothing else: the device may be anybody's. */
export function useKeptHere<Value>(name: string, empty: Value): [Value, (next: Value) => void, () => void] {
  const [value, setValue] = useState(() => recall(name, empty));
  const keep = (next: Value) => {
    setValue(next);
    try {
      sessionStorage.setItem(name, JSON.stringify(next));
    } catch {
      // Storage may be full or forbidden: then a reload begins anew.
    }
  };
  const forget = () => {
    setValue(empty);
    try {
      sessionStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  };
  return [value, keep, forget];
}

function recall<Value>(name: string, empty: Value): Value {
  try {
    return { ...empty, ...(JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Value>) };
  } catch {
    return empty;
  }
}
