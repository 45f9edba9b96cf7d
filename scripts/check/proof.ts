import { expand, type Duty } from './duties-catalogue.ts';
import type { Result } from './results.ts';

/** A duty with the tests that name it. */
export type Proof = { duty: Duty; passing: Result[]; failing: Result[]; skipped: Result[] };

export type Weighed = {
  proofs: Proof[];
  /** Tests that name what there is not, or name it where it does not count. */
  faults: string[];
};

/** A duty is proven by a test that ran and passed, unless another that names it fails. */
export function isProven(proof: Proof): boolean {
  return proof.passing.length > 0 && proof.failing.length === 0;
}

/** Which tests prove which duties. A test names them at the end of its name: `... in three days [VISIT-03, -04] [CHAN-01]`. */
export function weigh(duties: Map<string, Duty>, results: readonly Result[]): Weighed {
  const proofs = new Map<string, Proof>();
  for (const duty of duties.values()) proofs.set(duty.id, { duty, passing: [], failing: [], skipped: [] });
  const faults: string[] = [];
  for (const result of results) {
    for (const id of namedBy(result.name, duties)) {
      const proof = proofs.get(id);
      if (proof) listFor(proof, result).push(result);
      else faults.push(`${result.file}: "${result.name}" names ${id}, which docs/duties.md does not have`);
    }
    const stray = strayId(result.name, duties);
    if (stray)
      faults.push(
        `${result.file}: "${result.name}" names ${stray} where it does not count; end the name with [${stray}]`,
      );
  }
  return { proofs: [...proofs.values()], faults };
}

function listFor(proof: Proof, result: Result): Result[] {
  if (result.skipped) return proof.skipped;
  return result.passed ? proof.passing : proof.failing;
}

const AT_THE_END = /(\s*\[[A-Z]+-\d[^\]]*\])+$/;

export function namedBy(name: string, duties: Map<string, Duty>): string[] {
  const list = AT_THE_END.exec(name)?.[0].replaceAll(/[[\]]/g, ' ');
  return list === undefined ? [] : [...new Set(expand(list, duties))];
}

/** An id anywhere else in the name was meant to count, and would silently not. */
function strayId(name: string, duties: Map<string, Duty>): string | null {
  const ids = name.replace(AT_THE_END, '').match(/\b[A-Z]+-\d+\b/g) ?? [];
  return ids.find((id) => duties.has(id)) ?? null;
}
