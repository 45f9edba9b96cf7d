import type { Refusal } from '../src/kernel/refusal.ts';
import type { Instant } from '../src/kernel/time.ts';
import type { Language } from './words/languages.ts';

/** What the viewer may do with a thing: `null` means yes, else why not. An action that is not named is not offered. */
export type Can = Readonly<Record<string, Refusal | null>>;

export type Named = { id: string; name: string };

/** `more` says that there are more than were counted (counts are exact to 10,000). */
export type Count = { n: number; more: boolean };

export type Page<Item> = { items: Item[]; next: string | null; count?: Count };

export type Theme = 'light' | 'dark' | 'auto';

export type Session = {
  person: { id: string; name: string; language: Language; theme: Theme };
  organisation: { id: string; name: string; slug: string };
  centre: { id: string; name: string; zone: string };
  posts: Named[];
  rights: string[];
  onDuty: boolean;
  now: Instant;
};

export type ClockState = 'running' | 'paused' | 'waiting_acceptance' | 'kept' | 'missed' | 'cancelled';

/** A commitment as every answer carries it. `remaining` was true at `asOf`; the screen counts on from there. */
export type ClockView = {
  id: string;
  kind: string;
  title: string;
  owedTo: string;
  ownerName: string;
  startedAt: Instant;
  dueAt: Instant;
  state: ClockState;
  lateSince?: Instant | null;
  pausedBecause?: string | null;
  pausedBy?: string | null;
  /** The whole allowance in the basis' own time; where it is missing the bar measures by the wall clock. */
  allowanceMs?: number | null;
  remaining: {
    ms: number;
    basis: 'working' | 'clock';
    asOf: Instant;
    runningNow: boolean;
    nextChangeAt: Instant | null;
  };
  next: { at: Instant; whom: string; what: string } | null;
};

export type ExplanationStep = {
  kind: 'start' | 'counted' | 'outside-hours' | 'paused' | 'due';
  at?: Instant;
  from?: Instant;
  to?: Instant;
  why?: string;
  /** Name of a holiday or calendar span where one explains the step. */
  name?: string;
  /** Milliseconds counted in this step. */
  counted?: number;
  reason?: string;
};

export type Explanation = { steps: ExplanationStep[] };

export type Found = { type: string; id: string; title: string; subtitle?: string; clock?: ClockView | null };

export type OpenTab = { type: string; id: string; title: string };

export type Notification = {
  id: string;
  at: Instant;
  urgency: 'info' | 'warn' | 'urgent';
  title: string;
  body?: string;
  subject: { type: string; id: string } | null;
  readAt: Instant | null;
  /** `wanted` climbs again when nobody gives it. */
  acknowledgement: 'none' | 'wanted' | 'given';
};

export type Notifications = Page<Notification> & { unread: number };
