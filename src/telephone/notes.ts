import type { Epoch } from '../kernel/time.ts';

/** Who told: the event stream of AMI, that of ARI, or a look at what stands (after a break). */
export type Source = 'ami' | 'ari' | 'look';

/** When something was seen, by whoever told it. Both streams tell the same a few milliseconds apart, in either order. */
export type Seen = { [source in Source]?: Epoch };

/** What is known of one channel of the telephone system: one leg of a call. */
export type ChannelNotes = {
  id: string;
  /** `PJSIP/agent1-00000023`: technology, endpoint and a number of its own. */
  name: string | null;
  /** Its own number, as the streams first said it. */
  number: string | null;
  /** What was dialled to reach us. */
  line: string | null;
  queue: string | null;
  /** Ids that bind channels to one call. */
  linked: string[];
  began: Seen;
  joined: Seen;
  /** Somebody dialled it: it rings. */
  rang: Seen;
  /** Dialled by no other channel: by the application itself. */
  originated: boolean;
  dialEnds: Record<string, Seen>;
  /** The queue says that this agent took the caller. */
  connected: Seen;
  /** By bridge in which two talk; waiting rooms are left out. */
  entered: Record<string, Seen>;
  left: Record<string, Seen>;
  /** The phone itself hung up, not we or the dialplan. */
  phoneHungUp: Seen;
  ended: Seen;
  cause: number | null;
  /** Not there any more at a look, and nobody told its end. */
  gone: Epoch | null;
  /** What the dialplan says of how it left the queue: TIMEOUT, FULL, JOINEMPTY and so on. */
  leftQueue: string | null;
  /** Each turn with its source: `ami on 1795283830000`. */
  holds: string[];
  mutes: string[];
  recording: string | null;
  /** It handed its caller on: `blind` or `attended`, and to which number. */
  transfer: { kind: 'blind' | 'attended'; to: string; at: Seen } | null;
};

/** What is known, by channel. Noting is a union: neither order nor repetition of what is told changes what comes out. */
export type Notes = Map<string, ChannelNotes>;

export function notesOf(notes: Notes, id: string): ChannelNotes {
  const known = notes.get(id);
  if (known) return known;
  const fresh: ChannelNotes = {
    id,
    name: null,
    number: null,
    line: null,
    queue: null,
    linked: [],
    began: {},
    joined: {},
    rang: {},
    originated: false,
    dialEnds: {},
    connected: {},
    entered: {},
    left: {},
    phoneHungUp: {},
    ended: {},
    cause: null,
    gone: null,
    leftQueue: null,
    holds: [],
    mutes: [],
    recording: null,
    transfer: null,
  };
  notes.set(id, fresh);
  return fresh;
}

/** The first time it was seen counts. */
export function see(seen: Seen, source: Source, at: Epoch): void {
  seen[source] = Math.min(seen[source] ?? at, at);
}

/** The same for what may happen again: the last time counts. */
export function seeLast(seen: Seen, source: Source, at: Epoch): void {
  seen[source] = Math.max(seen[source] ?? at, at);
}

export function seeIn(of: Record<string, Seen>, key: string, source: Source, at: Epoch): void {
  see((of[key] ??= {}), source, at);
}

/** AMI is asked first: its clock is the finer one. */
export function when(seen: Seen | undefined): Epoch | null {
  return seen?.ami ?? seen?.ari ?? seen?.look ?? null;
}

/** Of two values told for the same thing the smaller stays, so that the order of telling does not matter. */
export function smaller(known: string | null, told: string | undefined): string | null {
  if (told === undefined || told === '' || told === '<unknown>') return known;
  return known === null || told < known ? told : known;
}

export function addTo(list: string[], entry: string): void {
  if (list.includes(entry)) return;
  list.push(entry);
  list.sort();
}

/** Brings what was kept of a call together with what is known by now. */
export function mergeNotes(notes: Notes, kept: readonly ChannelNotes[]): void {
  for (const one of kept) {
    const known = notes.get(one.id);
    if (!known) notes.set(one.id, structuredClone(one));
    else mergeInto(known, one);
  }
}

const MOMENTS = ['began', 'joined', 'rang', 'connected', 'phoneHungUp', 'ended'] as const;

function mergeInto(known: ChannelNotes, other: ChannelNotes): void {
  for (const key of MOMENTS) seeAll(known[key], other[key]);
  for (const key of ['dialEnds', 'entered', 'left'] as const)
    for (const [of, seen] of Object.entries(other[key])) seeAll((known[key][of] ??= {}), seen);
  for (const key of ['linked', 'holds', 'mutes'] as const) for (const entry of other[key]) addTo(known[key], entry);
  for (const key of ['name', 'number', 'line', 'queue', 'leftQueue', 'recording'] as const)
    known[key] = smaller(known[key], other[key] ?? undefined);
  known.originated ||= other.originated;
  known.cause ??= other.cause;
  known.gone ??= other.gone;
  known.transfer ??= other.transfer;
}

function seeAll(known: Seen, other: Seen): void {
  for (const [source, at] of Object.entries(other)) see(known, source as Source, at);
}
