import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { LANGUAGES } from '../kernel/words.ts';
import type { Words } from '../kernel/words.ts';
import { unknownPlace } from '../pack/places.ts';

/** What is known of every customer that is written to, and so may stand in the text: `{customer}`. */
export const OUTREACH_PLACES = ['organisation', 'customer', 'person', 'phone'] as const;
export type OutreachPlace = (typeof OUTREACH_PLACES)[number];

export const OUTREACH_STATES = ['going', 'stopped', 'done'] as const;
export const CONTACT_STATES = ['waiting', 'written', 'to_call', 'called', 'not_reached', 'declined', 'no_way'] as const;
export type ContactState = (typeof CONTACT_STATES)[number];

/** So many customers at once: more are selected more narrowly. */
export const MOST_SELECTED = 2_000;

/** As what a call to be made is owed. */
export const OWED_AS = 'care_call';

/** A place that nobody knows when it goes stays in no text. */
export function whyNotWords(said: { subject: Words; text: Words }): Refusal | null {
  for (const part of ['subject', 'text'] as const)
    for (const language of LANGUAGES) {
      const place = unknownPlace(said[part][language], OUTREACH_PLACES);
      if (place !== null) return refusal('outreach.place_unknown', { path: `${part}.${language}`, place });
    }
  return null;
}

export function whyNotStop({ state }: { state: string }): Refusal | null {
  return state === 'going' ? null : refusal('outreach.not_going');
}

export function whyNotGoOn({ state }: { state: string }): Refusal | null {
  return state === 'stopped' ? null : refusal('outreach.not_stopped');
}

export function whyNotCalled({ state }: { state: string }): Refusal | null {
  return state === 'to_call' ? null : refusal('outreach.no_call');
}

/** Each minute a share of what the hour allows, so that telephones and mailboxes take the answers as they come. */
export function batchOf(perHour: number): { most: number; everySeconds: number } {
  return perHour >= 60
    ? { most: Math.floor(perHour / 60), everySeconds: 60 }
    : { most: 1, everySeconds: Math.ceil(3600 / perHour) };
}
