const prefix = 'huiyin.';

/** What this device remembers (columns, density, drafts). Storage may be full or forbidden: then nothing is remembered, and nothing breaks. */
export function remember(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, typeof value === 'string' ? value : JSON.stringify(value));
  } catch {
    // Nothing to do: the screen works from its own state.
  }
}

export function recallText(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** What was remembered, where it still has the expected shape. */
export function recall<Value>(name: string, fits: (value: unknown) => value is Value): Value | null {
  const text = recallText(name);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return fits(value) ? value : null;
  } catch {
    return null;
  }
}

/** The names under which something is remembered that begin so. */
export function remembered(begins: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix + begins));
  } catch {
    return [];
  }
}
