import type { LeaveKind } from '../attendance/rules.ts';
import type { MonthLine } from '../attendance/month.ts';
import type { Id } from '../kernel/id.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { shareOf } from '../kernel/money.ts';
import type { Instant } from '../kernel/time.ts';
import type { WageRules } from './rules.ts';

/** What is owed of a reviewed month. */
export const OWED_AS = 'make_wages';

export const ITEMS = ['late', 'early', 'no_out', 'missing', 'leave', 'overtime', 'by_hand'] as const;

/** What adds to a wage or takes from it; `n` is how often, or the hundredths of a shift, or the minutes, that it comes from. */
export type WageItem = { what: (typeof ITEMS)[number]; kind: string | null; n: number; amount: number };

/** Ids and numbers only. */
export type WageLine = {
  personId: Id<'person'>;
  departmentId: Id<'department'> | null;
  /** null: nobody has said what he earns; the table cannot be closed so. */
  base: number | null;
  shifts: number;
  attended: number;
  items: WageItem[];
  net: number | null;
};

/** Taken off; nothing stays nothing, without a sign. */
function off(amount: number): number {
  return amount === 0 ? 0 : -amount;
}

/**
 * A wage by the rules, never typed: day's wage = base ÷ days a month; hour's wage = day's wage ÷ hours a day. Each item is rounded half
 * up to the smallest unit, and the sum is exact.
 */
export function wageOf(
  line: MonthLine,
  base: number | null,
  { rules, kinds, byHand }: { rules: WageRules; kinds: readonly LeaveKind[]; byHand: readonly number[] },
): WageLine {
  const items = [
    { what: 'late', kind: null, n: line.late, amount: off(line.late * rules.lateEach) },
    { what: 'early', kind: null, n: line.early, amount: off(line.early * rules.earlyEach) },
    { what: 'no_out', kind: null, n: line.noOut, amount: off(line.noOut * rules.noOutEach) },
    ...(base === null ? [] : ofBase(line, base, rules, kinds)),
    ...byHand.map((amount) => ({ what: 'by_hand', kind: null, n: 1, amount })),
  ] satisfies Item[] as WageItem[];
  const counted = items.filter(({ n, amount, what }) => n > 0 && (amount !== 0 || what !== 'by_hand'));
  return {
    personId: line.personId,
    departmentId: line.departmentId,
    base,
    shifts: line.shifts,
    attended: line.attended,
    items: counted,
    net: base === null ? null : counted.reduce((sum, { amount }) => sum + amount, base),
  };
}

type Item = Omit<WageItem, 'what'> & { what: string };

function ofBase(line: MonthLine, base: number, rules: WageRules, kinds: readonly LeaveKind[]): Item[] {
  const { dayHundredths: days, hoursADay, missingPercent, overtimePercent } = rules;
  const unpaid = (kind: string) => 100 - (kinds.find(({ key }) => key === kind)?.paidPercent ?? 0);
  const overtime = shareOf(base, line.overtimeMinutes * overtimePercent, days * hoursADay * 60);
  return [
    { what: 'missing', kind: null, n: line.missing, amount: off(shareOf(base, line.missing * missingPercent, days)) },
    ...Object.entries(line.away).map(([kind, n]) => ({
      what: 'leave',
      kind,
      n,
      amount: off(shareOf(base, n * unpaid(kind), days * 100)),
    })),
    { what: 'overtime', kind: null, n: line.overtimeMinutes, amount: overtime },
  ];
}

type Standing = { closed_at: Instant | null };

/** What is closed stands. */
export function whyNotChange({ closed_at }: Standing): Refusal | null {
  return closed_at === null ? null : refusal('wage.closed');
}

/** Closed once, of a month that is reviewed, when everybody in it has a base wage. */
export function whyNotClose(table: Standing, reviewed: boolean, lines: readonly WageLine[]): Refusal | null {
  const missing = lines.filter(({ base }) => base === null).length;
  return (
    whyNotChange(table) ??
    (reviewed ? null : refusal('wage.month_not_reviewed')) ??
    (missing > 0 ? refusal('wage.base_missing', { missing }) : null)
  );
}
