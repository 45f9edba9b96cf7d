import type { Id } from '../../kernel/id.ts';
import type { EventStream } from '../../platform/live/event-stream.ts';
import type { News } from '../../platform/live/news.ts';
import type { Places, Standing } from './places.ts';
import { MOST_OF_ONE_VISITOR } from './paces.ts';
import { createPlaces } from './places.ts';
import type { VisitorView } from './view.ts';

type Visit = {
  schema: string;
  id: Id<'conversation'>;
  stream: EventStream;
  /** The last line he has. */
  after: number;
  /** What he was told last, lines apart. */
  told: Omit<VisitorView, 'lines'> | null;
  typing: boolean;
};

/** How many are read for at once: a node has connections for others, too. */
const AT_ONCE = 4;
/** How often the places of all who wait are told anew, where the queue has moved. */
const PLACES_EVERY = 3_000;
/** So many are told in one go: thousands who move up by one must not hold up a line that somebody waits for. */
const IN_ONE_GO = 100;

export type VisitorParts = {
  read(schema: string, id: Id<'conversation'>, after: number): Promise<VisitorView>;
  places(schema: string): Promise<Standing>;
  log(line: string): void;
};

export type Visitors = {
  add(visit: Pick<Visit, 'schema' | 'id' | 'stream' | 'after'>): void;
  hear(news: News): void;
  /** Who looks where and types, as the screens are told it. */
  hearPresence(schema: string, told: string): void;
  /** Something may have been missed. */
  resync(): void;
  count(): number;
  stop(): void;
};

/**
 * The visitors whose browsers are connected to this node: whatever moves their conversation is read and sent, from the line that each of
 * them has; so a lost notice, a lost connection and a lost node cost time and never a line.
 */
export function createVisitors(parts: VisitorParts): Visitors {
  const rooms = new Map<string, Map<string, Set<Visit>>>();
  const moved = new Set<string>();
  const places = createPlaces(parts.places);
  const reading = createReading(parts, places);
  const timer = setInterval(() => {
    for (const schema of moved) void tellPlaces(places, schema, all(schema));
    moved.clear();
  }, PLACES_EVERY).unref();
  const all = (schema: string): Visit[] => [...(rooms.get(schema)?.values() ?? [])].flatMap((some) => [...some]);
  const everybody = (): Visit[] => [...rooms.keys()].flatMap(all);
  return {
    add(given) {
      const visit: Visit = { ...given, told: null, typing: false };
      visit.stream.onClose(enter(rooms, visit));
      reading.wants(visit);
    },
    hear({ schema, changed, all: everything }) {
      const room = rooms.get(schema);
      if (!room) return;
      if (everything) for (const visit of all(schema)) reading.wants(visit);
      for (const [type, id] of changed) {
        if (type !== 'conversation') continue;
        moved.add(schema);
        for (const visit of room.get(id) ?? []) reading.wants(visit);
      }
    },
    hearPresence: (schema, told) => hearTyping(rooms.get(schema), told),
    resync() {
      for (const visit of everybody()) reading.wants(visit);
    },
    count: () => everybody().length,
    stop() {
      clearInterval(timer);
      for (const visit of everybody()) visit.stream.end();
    },
  };
}

function enter(rooms: Map<string, Map<string, Set<Visit>>>, visit: Visit): () => void {
  const room = rooms.get(visit.schema) ?? new Map<string, Set<Visit>>();
  rooms.set(visit.schema, room);
  const same = room.get(visit.id) ?? new Set<Visit>();
  room.set(visit.id, same.add(visit));
  // what he lost long ago and we have not noticed
  if (same.size > MOST_OF_ONE_VISITOR) [...same][0]!.stream.end();
  return () => {
    same.delete(visit);
    if (same.size === 0 && room.get(visit.id) === same) room.delete(visit.id);
  };
}

/** Reads for whoever something has moved, a few at a time; who is read for and moved again is read for again. */
function createReading(parts: VisitorParts, places: Places): { wants(visit: Visit): void } {
  const waiting = new Set<Visit>();
  const under = new Set<Visit>();
  function pump(): void {
    for (const visit of waiting) {
      if (under.size >= AT_ONCE) return;
      if (under.has(visit)) continue;
      waiting.delete(visit);
      under.add(visit);
      void tell(visit).finally(() => {
        under.delete(visit);
        pump();
      });
    }
  }
  async function tell(visit: Visit): Promise<void> {
    try {
      const view = await parts.read(visit.schema, visit.id, visit.after);
      say(visit, view.phase === 'waiting' ? { ...view, ...(await places.of(visit.schema, visit.id)) } : view);
    } catch (fault) {
      // his browser comes back and asks again from where it was
      parts.log(`A visitor could not be told: ${(fault as Error).message}`);
      visit.stream.end();
    }
  }
  return {
    wants(visit) {
      waiting.add(visit);
      pump();
    },
  };
}

function say(visit: Visit, { lines, ...state }: VisitorView): void {
  const now = { ...state, typing: visit.typing };
  if (lines.length === 0 && visit.told !== null && JSON.stringify(visit.told) === JSON.stringify(now)) return;
  visit.told = now;
  visit.after = lines.at(-1)?.no ?? visit.after;
  visit.stream.send(visit.after, { ...now, lines });
}

/** One reading for all who wait. */
async function tellPlaces(places: Places, schema: string, visits: readonly Visit[]): Promise<void> {
  const waiting = visits.filter(({ told }) => told?.phase === 'waiting');
  if (waiting.length === 0) return;
  const standing = await places.now(schema).catch((): Standing => new Map());
  let told = 0;
  for (const visit of waiting) {
    const stands = standing.get(visit.id);
    if (!stands || visit.told?.phase !== 'waiting') continue;
    if (visit.told.place === stands.place && visit.told.expectedWait === stands.expectedWait) continue;
    say(visit, { ...visit.told, ...stands, lines: [] });
    told += 1;
    if (told % IN_ONE_GO === 0) await new Promise((others) => setImmediate(others));
  }
}

const TYPING = 1;

/** Whoever types in his conversation is one of us, save the visitor himself, who stands there under the conversation's own id. */
function hearTyping(room: Map<string, Set<Visit>> | undefined, told: string): void {
  if (!room || room.size === 0) return;
  const { presence } = JSON.parse(told) as { presence: Record<string, [person: string, flags: number][]> };
  for (const [id, there] of Object.entries(presence))
    for (const visit of room.get(id) ?? []) {
      const typing = there.some(([person, flags]) => person !== id && (flags & TYPING) > 0);
      if (typing === visit.typing) continue;
      visit.typing = typing;
      if (visit.told) say(visit, { ...visit.told, typing, lines: [] });
    }
}
