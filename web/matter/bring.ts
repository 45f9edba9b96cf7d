import type { Words } from '../../src/kernel/words.ts';
import type { LookedAs } from '../../src/formality/looks.ts';
import { said, t } from '../words/words.ts';

type Paper = { name: Words; hint: Words | null; form: 'original' | 'copy' | 'filled_in'; optional: boolean };

/** How a paper is to be brought, in a line. */
export function howToBring({ hint, form, optional }: Paper, pieces: string | null): string {
  const parts = [t(`bring.form_${form}`), pieces, hint ? said(hint) : null, optional ? t('bring.optional') : null];
  return parts.filter(Boolean).join(' · ');
}

export const piecesWords = (pieces: number): string | null =>
  pieces > 1 ? t('bring.pieces', { count: pieces }) : null;

/** How it stands, to whoever brings it. */
export const paperState = (state: LookedAs | null): string => t(`bring.state_${state ?? 'none'}`);
