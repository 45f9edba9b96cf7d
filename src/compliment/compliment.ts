import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { fold } from '../kernel/text/fold.ts';
import type { Words } from '../kernel/words.ts';

/** It is passed on once; then it is counted, and the customer has his answer. */
export function whyNotPassOn(passedOn: boolean): Refusal | null {
  return passedOn ? refusal('compliment.passed_on') : null;
}

/** The words that the kind offers, in any language and whatever the width of their signs; or others. */
export function answeredWith(text: string, offered: Words | undefined): 'standard' | 'own' {
  const said = fold(text).trim();
  return offered && Object.values(offered).some((words) => fold(words).trim() === said) ? 'standard' : 'own';
}
