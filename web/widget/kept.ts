/** What this browser keeps of a chat, so that a reload, a lost network or a closed page loses nothing that was written. */
export type Kept = {
  /** Who shows it is this visitor. */
  secret: string;
  /** Of the chat before this one. */
  former?: string;
  language: string;
  name: string;
  contact: string;
  /** The server has the chat. */
  began: boolean;
  /** Written and not yet known to have arrived, in order, under the ids with which each is sent again. */
  pending: { id: string; text: string }[];
};

/** Pages that forbid storage have a chat all the same, until they are left. */
export function keeper(name: string): { read(): Kept | null; write(kept: Kept | null): void } {
  let held: Kept | null = null;
  return {
    read() {
      try {
        return JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null;
      } catch {
        return held;
      }
    },
    write(kept) {
      held = kept;
      try {
        if (kept === null) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(kept));
      } catch {
        // full or forbidden: it lives as long as the page
      }
    },
  };
}

/** 256 random bits, as base64url. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
