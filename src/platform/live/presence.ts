import { z } from 'zod';

/** What somebody does on one screen: which ticket is before him, whether he types, whether something typed is not sent. */
export type Look = { ticket: string | null; typing: boolean; unsaved: boolean };

/** The only thing a screen may say on the socket; anything else is not heard. */
export const lookIn = z.strictObject({
  look: z.strictObject({ ticket: z.uuid().nullable(), typing: z.boolean(), unsaved: z.boolean() }),
});

type Standing = { schema: string; person: string; ticket: string; typing: boolean; unsaved: boolean; beats: number };
type Said = [socket: string, person: string, ticket: string | null, flags: number];

/** What is said within this many milliseconds is told in one breath, to the other nodes and to the screens alike. */
const BREATH = 250;
/** Each node says again so often who is there; whoever was not named for three beats is gone, and so is a node that died. */
const BEAT = 20_000;
const SILENT_FOR = 3;
/** Each entry is three UUIDs and their punctuation: as many as fit into a notice of PostgreSQL. */
const A_NOTICE = 55;

const TYPING = 1;
const UNSAVED = 2;

export type Presence = {
  /** A screen of this node looks elsewhere; null: it is gone. */
  look(socket: string, who: { schema: string; personId: string }, look: Look | null): void;
  /** What a node said, this one too; false where it is about something else. */
  hear(text: string): boolean;
  /** Who is where, for a screen that has just come; null: nobody. */
  snapshot(schema: string): string | null;
  stop(): Promise<void>;
};

type Parts = {
  send(notices: string[]): Promise<void>;
  say(schema: string, text: string): void;
  breath?: number;
  beat?: number;
};

type There = {
  /** What a node said of one screen. */
  apply(schema: string, said: Said): void;
  /** Whoever was not named for three beats is gone. */
  beat(): void;
  anybody(schema: string): boolean;
  written(schema: string, tickets: ReadonlySet<string> | null): string;
};

/** Everybody there is, on all nodes; `changed` is called with each ticket at which somebody came, went, or began to type. */
function createThere(changed: (schema: string, ticket: string) => void): There {
  const standing = new Map<string, Standing>();
  function apply(schema: string, [socket, person, ticket, flags]: Said): void {
    const before = standing.get(socket);
    const [typing, unsaved] = [(flags & TYPING) > 0, (flags & UNSAVED) > 0];
    if (ticket === null) standing.delete(socket);
    else standing.set(socket, { schema, person, ticket, typing, unsaved, beats: 0 });
    if (before?.ticket === ticket && before?.typing === typing && before?.unsaved === unsaved) return;
    if (before) changed(schema, before.ticket);
    if (ticket !== null && before?.ticket !== ticket) changed(schema, ticket);
  }
  return {
    apply,
    beat() {
      for (const [socket, one] of standing) {
        one.beats += 1;
        if (one.beats > SILENT_FOR) apply(one.schema, [socket, one.person, null, 0]);
      }
    },
    anybody: (schema) => [...standing.values()].some((one) => one.schema === schema),
    written: (schema, tickets) => written(standing, schema, tickets),
  };
}

type OfScreen = { schema: string; said: Said };

type Own = {
  look: Presence['look'];
  /** All of them are to be said again. */
  again(): void;
  /** What is to be said now, once. */
  take(): OfScreen[];
};

/** The screens of this node, and what the others have not heard of them yet. */
function createOwn(): Own {
  const own = new Map<string, OfScreen>();
  const unsaid = new Map<string, OfScreen>();
  return {
    look(socket, { schema, personId }, look) {
      const flags = look ? (look.typing ? TYPING : 0) + (look.unsaved ? UNSAVED : 0) : 0;
      const one: OfScreen = { schema, said: [socket, personId, look?.ticket ?? null, flags] };
      if (one.said[2] !== null) own.set(socket, one);
      else if (!own.delete(socket)) return;
      unsaid.set(socket, one);
    },
    again() {
      for (const [socket, one] of own) unsaid.set(socket, one);
    },
    take() {
      const said = [...unsaid.values()];
      unsaid.clear();
      return said;
    },
  };
}

/** What is planned within one breath is done once at its end; `stop` waits for what is being done. */
function createBreath(breath: number, work: () => Promise<void>): { plan(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  return {
    plan() {
      timer ??= setTimeout(() => {
        timer = undefined;
        working = working.then(work);
      }, breath);
    },
    async stop() {
      clearTimeout(timer);
      await working;
    },
  };
}

/**
 * Who looks at what, and types: nothing of it in the database. Nodes tell each other ids in the same notices as changes, and all
 * screens of an organisation hear it by ticket; a screen shows what it has on it.
 */
export function createPresence({ send, say, breath = BREATH, beat = BEAT }: Parts): Presence {
  let changed = new Map<string, Set<string>>();
  const own = createOwn();
  const breathing = createBreath(breath, async () => {
    for (const [schema, tickets] of changed) say(schema, there.written(schema, tickets));
    changed = new Map();
    const said = own.take();
    // while the database is away, the next beat says it again
    if (said.length > 0) await send(notices(said)).catch(() => {});
  });
  const there = createThere((schema, ticket) => {
    changed.set(schema, (changed.get(schema) ?? new Set()).add(ticket));
    breathing.plan();
  });
  const pulse = setInterval(() => {
    own.again();
    there.beat();
    breathing.plan();
  }, beat).unref();
  return {
    look(socket, who, look) {
      own.look(socket, who, look);
      breathing.plan();
    },
    hear(text) {
      const news = read(text);
      for (const said of news?.looks ?? []) there.apply(news!.presence, said);
      return news !== null;
    },
    snapshot: (schema) => (there.anybody(schema) ? there.written(schema, null) : null),
    stop() {
      clearInterval(pulse);
      return breathing.stop();
    },
  };
}

type Told = Record<string, [person: string, flags: number][]>;

/** By ticket who is there, several screens of one person as one; an empty list: nobody any more. */
function written(standing: ReadonlyMap<string, Standing>, schema: string, tickets: ReadonlySet<string> | null): string {
  const presence: Told = Object.fromEntries([...(tickets ?? [])].map((ticket) => [ticket, []]));
  for (const one of standing.values()) {
    if (one.schema !== schema || (tickets && !tickets.has(one.ticket))) continue;
    const there = (presence[one.ticket] ??= []);
    const flags = (one.typing ? TYPING : 0) | (one.unsaved ? UNSAVED : 0);
    const known = there.find(([person]) => person === one.person);
    if (known) known[1] |= flags;
    else there.push([one.person, flags]);
  }
  return JSON.stringify({ presence });
}

function notices(said: readonly OfScreen[]): string[] {
  const texts: string[] = [];
  for (const [presence, looks] of Map.groupBy(said, (one) => one.schema))
    for (let at = 0; at < looks.length; at += A_NOTICE)
      texts.push(JSON.stringify({ presence, looks: looks.slice(at, at + A_NOTICE).map((one) => one.said) }));
  return texts;
}

function read(text: string): { presence: string; looks: Said[] } | null {
  if (!text.startsWith('{"presence":')) return null;
  try {
    const news = JSON.parse(text) as { presence: string; looks: Said[] };
    return typeof news.presence === 'string' && Array.isArray(news.looks) ? news : null;
  } catch {
    return null;
  }
}
