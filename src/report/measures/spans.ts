import { Temporal } from '../../kernel/temporal.ts';
import { Invalid } from '../../kernel/refusal.ts';
import type { Instant } from '../../kernel/time.ts';
import { between, earlier, instantOf, later, plus } from '../../kernel/time.ts';
import { periodAfter, periodBefore, periodOf } from '../../kernel/working-time/period.ts';
import type { Length } from './cut.ts';
import { LENGTHS } from './cut.ts';

export type Span = { from: Instant; until: Instant };
export type Bucket = Span & { begins: string };

/** More than a year of days is no trend anybody reads. */
const MOST_PARTS = 400;

/**
 * The days, weeks, months or quarters that a span touches, where the centre stands, the first and last cut to the span. Refused where
 * there are more than 400.
 */
export function bucketsOf(length: Length, zone: string, span: Span): Bucket[] {
  const buckets: Bucket[] = [];
  for (let part = periodOf(length, zone, span.from); part.from < span.until; part = periodAfter(part, zone)) {
    if (buckets.length === MOST_PARTS) throw new Invalid('period.too_many_parts', { path: 'by', most: MOST_PARTS });
    buckets.push({
      begins: part.begins,
      from: later(part.from, span.from),
      until: earlier(part.until, span.until),
    });
  }
  return buckets;
}

/** The same span moved back: a week, month or quarter to the one before it, anything else by its own length; or a year. */
export function spanBefore(span: Span, zone: string, compare: 'before' | 'year'): Span {
  if (compare === 'year') return { from: aYearBefore(span.from, zone), until: aYearBefore(span.until, zone) };
  for (const length of LENGTHS) {
    const whole = periodOf(length, zone, span.from);
    if (whole.from !== span.from || whole.until !== span.until) continue;
    const { from, until } = periodBefore(whole, zone);
    return { from, until };
  }
  return { from: plus(span.from, -between(span.from, span.until)), until: span.from };
}

function aYearBefore(moment: Instant, zone: string): Instant {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO(zone);
  return instantOf(there.subtract({ years: 1 }).epochMilliseconds);
}
