import type { Generated } from 'kysely';
import type { Id } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/time.ts';
import type { Language } from '../../kernel/words.ts';
import type { AwayBecause, Phase } from './chat.ts';

export type ChatTable = {
  conversation_id: Id<'conversation'>;
  /** sha-256 of what the visitor's browser keeps. */
  secret_hash: string;
  language: Language;
  phase: Phase;
  /** His place in the queue; kept when he is given back. */
  queued_at: Instant | null;
  /** Whose he is to be; null: anybody's who answers at the centre. */
  department_id: Id<'department'> | null;
  /** Who spoke with him before, by what his browser showed. */
  last_agent_id: Id<'person'> | null;
  /** Who is asked to take him, and until when. */
  offered_to_id: Id<'person'> | null;
  offer_ends_at: Instant | null;
  /** Who hands him over, and has him until another takes him. */
  given_by_id: Id<'person'> | null;
  taken_at: Instant | null;
  ended_at: Instant | null;
  ended_by: 'visitor' | 'us' | null;
  rating: number | null;
  rating_words: Generated<string>;
  rated_at: Instant | null;
};

/** What the visitor has been shown, counted under the lock of the conversation. */
export type ChatLineTable = {
  conversation_id: Id<'conversation'>;
  no: number;
  message_id: Id<'message'>;
};

/** Who takes chats now, and if not, why. */
export type ChatAgentTable = {
  person_id: Id<'person'>;
  state: 'ready' | 'away';
  reason: AwayBecause | null;
  since: Instant;
  /** A screen of his was connected. */
  seen_at: Instant;
  /** Since when nobody new was given to him. */
  idle_since: Instant;
};
