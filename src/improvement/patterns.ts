import type { Kind } from '../pack/format.ts';

/**
 * What is counted together as happening again, as one key: the same choice about matters of a department, the same at one
 * place, faults of a department found at return visits, the same promise of a department broken, the same line of a spot check
 * failed.
 */
export const PATTERN_SORTS = ['ticket', 'at_place', 'visit_fault', 'late', 'spot_check'] as const;
export type PatternSort = (typeof PATTERN_SORTS)[number];

/** What complaints and reported faults are about, as asked at intake, says what occurs; what is found out later does not. */
export function choicesOf(kind: Kind): string[] {
  if (kind.type !== 'complaint' && kind.type !== 'repair') return [];
  return kind.fields.filter((field) => field.type === 'choice' && field.at === 'intake').map((field) => field.key);
}

type Matter = {
  kind: string;
  department_id: string | null;
  place_id: string | null;
  fields: Record<string, unknown>;
};

/** Every key under which a matter counts. */
export function patternsOfMatter(kind: Kind, matter: Matter): string[] {
  const { department_id: department, place_id: place, fields } = matter;
  if (department === null) return [];
  return choicesOf(kind)
    .filter((field) => typeof fields[field] === 'string' && fields[field] !== '')
    .flatMap((field) => {
      const about = [matter.kind, field, fields[field]];
      const anywhere = ['ticket', department, ...about].join('|');
      return place === null ? [anywhere] : [anywhere, ['at_place', department, place, ...about].join('|')];
    });
}

export function patternOfFault(departmentId: string): string {
  return `visit_fault|${departmentId}`;
}

export function patternOfLate(departmentId: string, promise: string): string {
  return `late|${departmentId}|${promise}`;
}

export function patternOfLine(departmentId: string, plan: string, criterion: string): string {
  return `spot_check|${departmentId}|${plan}|${criterion}`;
}

export type PatternParts = { sort: PatternSort; departmentId: string; rest: string[] };

/** A key taken apart; null where it is none of ours. */
export function partsOf(pattern: string): PatternParts | null {
  const [first, departmentId, ...rest] = pattern.split('|');
  const sort = PATTERN_SORTS.find((one) => one === first);
  const lengths: Record<PatternSort, number> = { ticket: 3, at_place: 4, visit_fault: 0, late: 1, spot_check: 2 };
  return sort && departmentId && rest.length === lengths[sort] ? { sort, departmentId, rest } : null;
}
