import type { ApiError } from '../../server/api.ts';
import { fieldWords, problemWords } from '../../server/refusals.ts';
import { t } from '../../words/words.ts';
import styles from './form.module.css';

/**
 * Why a form was not accepted, over its button, where the eye is. What is wrong with a field stands at the field; with
 * one that this form does not show, here.
 */
export function FormProblem({ problem, shown }: { problem: ApiError | null; shown: readonly string[] }) {
  if (!problem) return null;
  const fields = Object.entries(fieldWords(problem));
  const elsewhere = fields.filter(([field]) => !shown.includes(field)).map(([, words]) => words);
  const atField = elsewhere.length < fields.length;
  const words = atField ? [t('form.look_at_fields'), ...elsewhere] : [problemWords(problem), ...elsewhere];
  return (
    <p className={styles['problem']} role="alert">
      {[...new Set(words)].join(' ')}
    </p>
  );
}
