import { WebSocket } from 'ws';
import type { News } from './news.ts';

const HEARTBEAT = 25_000;
/** How often a socket's session is asked for again: who was signed out elsewhere hears nothing more after this. */
const ASK_AGAIN = 5 * 60_000;
/** A socket that has this many bytes still to read does not keep up. It comes back and reads the screen anew. */
const SLOW = 256 * 1024;
const MOST_OF_ONE_PERSON = 40;
const GOODBYE = 1_000;

/** Close codes the browser sees: 1001 the node stops, 4401 the session has ended, 4429 too many of one person. */
const CLOSED = { going: 1001, signedOut: 4401, tooMany: 4429 } as const;

export type Ear = {
  socket: WebSocket;
  schema: string;
  personId: string;
  /** Whether the session it was opened with is still good. */
  stillAllowed(): Promise<boolean>;
};

export type Sockets = {
  add(ear: Ear): void;
  tell(news: News): void;
  /** Says the same to every screen of an organisation. */
  say(schema: string, text: string): void;
  /** Everybody may have missed something. */
  resync(): void;
  count(): number;
  /** Whose screens are connected, by organisation. */
  people(): Map<string, Set<string>>;
  stop(): Promise<void>;
};

type Heard = Ear & { alive: boolean; askAt: number };

/** The open sockets of this node, by organisation. */
export function createSockets(heartbeat = HEARTBEAT): Sockets {
  const rooms = new Map<string, Set<Heard>>();
  const pulse = setInterval(() => {
    for (const ear of everybody()) beat(ear, heartbeat);
  }, heartbeat);

  function* everybody(): Generator<Heard> {
    for (const room of rooms.values()) yield* room;
  }

  return {
    add: (ear) => enter(rooms, ear, heartbeat),
    tell: (news) => tell(rooms.get(news.schema), news),
    say(schema, text) {
      for (const ear of rooms.get(schema) ?? []) send(ear, text);
    },
    resync() {
      for (const ear of everybody()) send(ear, '{"resync":true}');
    },
    people: () => new Map([...rooms].map(([schema, room]) => [schema, new Set([...room].map((ear) => ear.personId))])),
    count: () => [...rooms.values()].reduce((sum, room) => sum + room.size, 0),
    async stop() {
      clearInterval(pulse);
      const open = [...everybody()];
      for (const { socket } of open) socket.close(CLOSED.going);
      const gone = Promise.all(open.map(({ socket }) => new Promise((resolve) => socket.once('close', resolve))));
      const late = setTimeout(() => {
        for (const { socket } of open) socket.terminate();
      }, GOODBYE);
      await gone;
      clearTimeout(late);
    },
  };
}

function enter(rooms: Map<string, Set<Heard>>, ear: Ear, heartbeat: number): void {
  const room = rooms.get(ear.schema) ?? new Set();
  rooms.set(ear.schema, room);
  const theirs = [...room].filter((other) => other.personId === ear.personId);
  if (theirs.length >= MOST_OF_ONE_PERSON) theirs[0]!.socket.close(CLOSED.tooMany);
  const heard: Heard = { ...ear, alive: true, askAt: Math.ceil(ASK_AGAIN / heartbeat) };
  room.add(heard);
  ear.socket.on('pong', () => {
    heard.alive = true;
  });
  // a socket that errs is closed by ws itself
  ear.socket.on('error', () => {});
  ear.socket.on('close', () => {
    room.delete(heard);
    if (room.size === 0 && rooms.get(ear.schema) === room) rooms.delete(ear.schema);
  });
}

function beat(ear: Heard, heartbeat: number): void {
  if (!ear.alive) return ear.socket.terminate();
  ear.alive = false;
  ear.socket.ping();
  ear.askAt -= 1;
  if (ear.askAt > 0) return;
  ear.askAt = Math.ceil(ASK_AGAIN / heartbeat);
  ear.stillAllowed().then(
    (allowed) => allowed || ear.socket.close(CLOSED.signedOut),
    // the database is away: asked again at the next turn
    () => {},
  );
}

function tell(room: Set<Heard> | undefined, news: News): void {
  if (!room || (news.changed.length === 0 && news.people.length === 0 && !news.all)) return;
  const changed = news.changed.map(([type, id]) => ({ type, id }));
  const common = news.all ? '{"resync":true}' : JSON.stringify({ changed, topics: [] });
  const personal = news.all ? common : JSON.stringify({ changed, topics: ['notification'] });
  const people = new Set(news.people);
  for (const ear of room) {
    const own = people.has(ear.personId);
    if (own || news.all || changed.length > 0) send(ear, own ? personal : common);
  }
}

function send({ socket }: Heard, text: string): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  if (socket.bufferedAmount > SLOW) socket.terminate();
  else socket.send(text);
}
