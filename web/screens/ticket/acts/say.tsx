import { WordsForm } from '../words-form.tsx';
import type { ActProps } from './act.ts';

/** The composer's answer, from a list. */
export function Answer({ ticket, done }: ActProps) {
  return <WordsForm ticket={ticket} saying="answers" focus={1} done={done} />;
}

/** The composer's note, from a list. */
export function Note({ ticket, done }: ActProps) {
  return <WordsForm ticket={ticket} saying="notes" focus={1} done={done} />;
}
