import type { Params, Refusal } from '../../src/kernel/refusal.ts';
import { ApiError } from './api.ts';
import { spoken } from '../ui/time.ts';
import { errorText, t } from '../words/words.ts';

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Moments among the parameters are said as a person says them, and the number of a ticket without a comma in it. */
function readable(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      name === 'number' ? String(value) : typeof value === 'string' && moment.test(value) ? spoken(value) : value,
    ]),
  );
}

/** Why something may not be done, in words. */
export function refusalWords(refusal: Refusal): string {
  return errorText(refusal.code, readable(refusal.params ?? {})) ?? t('problem.no_words', { code: refusal.code });
}

/** What happened, for whatever was thrown. */
export function problemWords(problem: unknown): string {
  if (!(problem instanceof ApiError)) return t('problem.screen_failed');
  if (problem.code === 'fault') return t('problem.fault', { id: String(problem.params['fault'] ?? '–').slice(0, 8) });
  return refusalWords(problem);
}

/** The problems of single fields in words, by field: those of the shape, and the one the trade's rule blames (`params.path`). */
export function fieldWords(problem: ApiError): Record<string, string> {
  const { params, fields, code } = problem;
  const own = typeof params['field'] === 'string' ? `fields.${params['field']}` : undefined;
  const blamed = params['path'] ?? own;
  const named = typeof blamed === 'string' ? { [blamed]: code } : {};
  return Object.fromEntries(
    Object.entries({ ...fields, ...named }).map(([path, one]) => [path, refusalWords({ code: one, params })]),
  );
}
