/** One row of docs/duties.md. */
export type Duty = { id: string; text: string; chapter: string; line: number };

export type Catalogue = {
  duties: Map<string, Duty>;
  /** What is wrong with the file, in words. */
  faults: string[];
};

const ROW = /^\| ([A-Z]+-\d+) \| (.*?) \|/;
const CHAPTER = /^## (.*)/;
/** Appendix E says how many rows carry each code, and how many there are in all. */
const COUNT = /^\| [^|]+ \| [^|*]+ \| ([A-Z]+) \| (\d+) \|$/;
const TOTAL = /^\| \| \*\*All\*\* \| \| \*\*(\d+)\*\* \|$/;

/** Reads the rows and holds them against the counts which the file gives of itself. */
export function readDuties(markdown: string): Catalogue {
  const duties = new Map<string, Duty>();
  const faults: string[] = [];
  const announced = new Map<string, number>();
  let chapter = '';
  let total = Number.NaN;
  for (const [index, text] of markdown.split('\n').entries()) {
    const row = ROW.exec(text);
    const count = COUNT.exec(text);
    chapter = CHAPTER.exec(text)?.[1] ?? chapter;
    if (count) announced.set(count[1]!, (announced.get(count[1]!) ?? 0) + Number(count[2]));
    total = Number(TOTAL.exec(text)?.[1] ?? total);
    if (!row) continue;
    const [, id, words] = row as unknown as [string, string, string];
    const before = duties.get(id);
    if (before) faults.push(`line ${index + 1}: ${id} stands on line ${before.line} too`);
    if (words.trim() === '') faults.push(`line ${index + 1}: ${id} says nothing`);
    duties.set(id, { id, text: words, chapter, line: index + 1 });
  }
  return { duties, faults: [...faults, ...miscounted(duties, announced, total)] };
}

function miscounted(duties: Map<string, Duty>, announced: Map<string, number>, total: number): string[] {
  const faults = total === duties.size ? [] : [`${duties.size} rows were read where the file counts ${total}`];
  const read = new Map<string, number>();
  for (const id of duties.keys()) read.set(codeOf(id), (read.get(codeOf(id)) ?? 0) + 1);
  for (const code of new Set([...announced.keys(), ...read.keys()])) {
    const [is, said] = [read.get(code) ?? 0, announced.get(code) ?? 0];
    if (is !== said) faults.push(`${is} rows of ${code} were read where the file counts ${said}`);
  }
  return faults;
}

function codeOf(id: string): string {
  return id.slice(0, id.indexOf('-'));
}

/**
 * The ids of a list as people write it: `ASGN-04, -05 · CHAN-01, -11..13`. `CHAN` means all of it, `CHAN-11..` all
 * from there on. Ids that no row has are given back as they are, so that the caller can say so.
 */
export function expand(list: string, duties: Map<string, Duty>): string[] {
  const ids: string[] = [];
  let code = '';
  for (const part of list.split(/[\s,;·]+/).filter(Boolean)) {
    const found = /^([A-Z]*)(?:-?(\d+)(\.\.(?:[A-Z]+-)?(\d*))?)?$/.exec(part);
    if (!found) {
      ids.push(part);
      continue;
    }
    const [, own, first, range, last] = found;
    code = own || code;
    const known = [...duties.keys()].filter((id) => codeOf(id) === code);
    if (first === undefined) ids.push(...(known.length > 0 ? known : [part]));
    else if (range === undefined) ids.push(`${code}-${first}`);
    else ids.push(...numbers(Number(first), last ? Number(last) : known.length).map((no) => `${code}-${no}`));
  }
  return ids;
}

function numbers(first: number, last: number): string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index).padStart(2, '0'));
}
