import type { Selectable } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { refusal } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { MINUTE, plus, SECOND } from '../../kernel/time.ts';
import type { Language } from '../../kernel/words.ts';
import type { ChatAgentTable, ChatTable } from './table.ts';

export type Chat = Selectable<ChatTable>;
export type ChatAgent = Selectable<ChatAgentTable>;

/** Written while nobody was there; in the queue; with one of us; over. */
export const PHASES = ['left', 'waiting', 'on', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

/** Why one of us takes no chats, as he says himself. */
export const AWAY_REASONS = ['break', 'meeting', 'training', 'wrap_up', 'other'] as const;
/** Or because an offer went by, or his screen went. */
export type AwayBecause = (typeof AWAY_REASONS)[number] | 'missed' | 'gone';

/** Whose screen is not connected for so long is gone, and gives back what he has. */
export const GRACE = 60 * SECOND;

/** So many lines of one visitor within ten seconds are enough. */
export const MOST_LINES = 15;
export const LINES_WITHIN = 10 * SECOND;
/** And so many photos and papers within a quarter of an hour: 100 MB at most. */
export const MOST_FILES = 20;
export const FILES_WITHIN = 15 * MINUTE;
/** Who comes when so many wait already would wait for a day: he is told so, and may write or call. */
export const MOST_WAITING = 10_000;

/** Only whom it is offered to, while the offer stands; or anybody, of one that nobody was asked about. */
export function whyNotAccept(
  { phase, offered_to_id, offer_ends_at }: Pick<Chat, 'phase' | 'offered_to_id' | 'offer_ends_at'>,
  personId: Id<'person'>,
  now: Instant,
): Refusal | null {
  if (phase === 'ended') return refusal('chat.ended');
  if (offered_to_id !== personId || offer_ends_at! < now) return refusal('chat.not_offered');
  return null;
}

/** Handed over by whoever has it, once at a time. */
export function whyNotGive(
  { phase, given_by_id }: Pick<Chat, 'phase' | 'given_by_id'>,
  ownerId: Id<'person'> | null,
  personId: Id<'person'> | null,
): Refusal | null {
  if (phase === 'ended') return refusal('chat.ended');
  if (phase !== 'on' || ownerId !== personId) return refusal('chat.not_yours');
  return given_by_id === null ? null : refusal('chat.being_given');
}

/** Somebody who could be asked to take a chat. */
export type Candidate = {
  personId: Id<'person'>;
  languages: readonly string[];
  departments: readonly Id<'department'>[];
  skills: readonly string[];
  /** How many he has, and is asked to take. */
  load: number;
  idleSince: Instant;
};

export type Wish = {
  language: Language;
  /** Nobody else is asked. */
  departmentId: Id<'department'> | null;
  skill: string;
  /** Who spoke with him before. */
  lastId: Id<'person'> | null;
  /** Who hands him over is not asked to take him. */
  exceptId: Id<'person'> | null;
};

/**
 * Who is asked: of those with room (and of the department, where one is wanted) the one who spoke with him before; else who speaks his
 * language, else who has the skill; among equals whoever has gone longest without a new one.
 */
export function choose(wish: Wish, candidates: readonly Candidate[], atOnce: number): Id<'person'> | null {
  const fit = candidates.filter(
    ({ personId, departments, load }) =>
      load < atOnce &&
      personId !== wish.exceptId &&
      (wish.departmentId === null || departments.includes(wish.departmentId)),
  );
  const rank = (one: Candidate): number =>
    (one.personId === wish.lastId ? 4 : 0) +
    (speaks(one, wish.language) ? 2 : 0) +
    (wish.skill !== '' && one.skills.includes(wish.skill) ? 1 : 0);
  const [first] = fit.toSorted(
    (one, other) =>
      rank(other) - rank(one) ||
      one.idleSince.localeCompare(other.idleSince) ||
      one.personId.localeCompare(other.personId),
  );
  return first?.personId ?? null;
}

/** Both scripts are one language to whoever reads either. */
function speaks({ languages }: Pick<Candidate, 'languages'>, wanted: Language): boolean {
  return languages.some((one) => one.slice(0, 2) === wanted.slice(0, 2));
}

/** Fewer than this many taken in the last hour say nothing about how long it takes. */
const TELLING = 3;

/**
 * How long he will wait, in seconds: his place times the usual time between two that are taken from the queue, which is the hour past
 * over how many were. Null where too few were: then nobody can say truly.
 */
export function expectedWait(place: number, takenInHour: number): number | null {
  return takenInHour < TELLING ? null : Math.round((place * 3600) / takenInHour);
}

/** Of a chat that nobody is asked to take, nor hands over. */
export const NOBODY_ASKED = { offered_to_id: null, offer_ends_at: null, given_by_id: null, department_id: null };

/** Until when somebody may accept. */
export function offerEnds(now: Instant, { acceptWithin }: { acceptWithin: number }): Instant {
  return plus(now, acceptWithin * SECOND);
}
