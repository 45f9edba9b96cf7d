/** What a text fills in: `{count}`, or `{count|1 row|# rows}`, by name. */
export function gapsOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([a-zA-Z]+)(?:\|[^{}]*)?\}/g)].map(([, name]) => name!))].toSorted();
}

/** What an own text has lost of what ours fills in, or has besides. */
export function gapsChanged(ours: string, own: string): boolean {
  return gapsOf(ours).join() !== gapsOf(own).join();
}
