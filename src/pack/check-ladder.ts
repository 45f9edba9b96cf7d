import type { Ladder, Limit, Rung } from '../commitment/rule.ts';
import { whyNotDuration } from '../kernel/duration.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';

/** Above the top of every ladder stands the centre manager: nothing late may stay below. */
const TOP = new Set(['centre_manager', 'deputy_general_manager', 'company_leader']);

function whyNotTimes(rung: Rung, path: string): Refusal[] {
  const texts = ['after' in rung.at ? rung.at.after : undefined, rung.acknowledge, rung.repeat?.every].filter(
    (text) => text !== undefined,
  );
  return texts.flatMap((text) => {
    const why = whyNotDuration(text);
    return why ? [refusal(why.code, { ...why.params, path })] : [];
  });
}

function outOfOrder(before: Rung | undefined, rung: Rung): boolean {
  if (!before) return false;
  if ('after' in before.at) return 'share' in rung.at;
  return 'share' in rung.at && rung.at.share < before.at.share;
}

/** What is wrong with a ladder: rungs out of order, one that repeats in the middle, a last one below the centre manager. */
export function whyNotLadder(ladder: Ladder, path: string): Refusal[] {
  const last = ladder.length - 1;
  return [
    ...ladder.flatMap((rung, at) => [
      ...whyNotTimes(rung, `${path}.ladder.${at}`),
      ...(outOfOrder(ladder[at - 1], rung)
        ? [refusal('pack.rungs_out_of_order', { path: `${path}.ladder.${at}` })]
        : []),
      ...(rung.repeat && at < last ? [refusal('pack.only_last_repeats', { path: `${path}.ladder.${at}` })] : []),
    ]),
    ...(TOP.has(ladder[last]!.to) ? [] : [refusal('pack.ladder_ends_low', { path: `${path}.ladder.${last}` })]),
  ];
}

export function whyNotLimit(limit: Limit, path: string): Refusal[] {
  const why = whyNotDuration(limit.allowance.text);
  return [
    ...(why ? [refusal(why.code, { ...why.params, path: `${path}.allowance` })] : []),
    ...whyNotLadder(limit.ladder, path),
  ];
}
