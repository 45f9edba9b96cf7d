/** One difference: where, what stood there, what will. `undefined` on one side: it was added, or taken away. */
export type Change = { path: string; before: unknown; after: unknown };

type Branch = Record<string, unknown> | unknown[];

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null;
}

/** Things of a list are told apart by their name, not their place: inserting one changes one. */
function entriesOf(branch: Branch): Map<string, unknown> {
  if (!Array.isArray(branch)) return new Map(Object.entries(branch));
  return new Map(branch.map((value: unknown, at) => [nameOf(value) ?? String(at), value]));
}

function nameOf(value: unknown): string | undefined {
  if (!isBranch(value) || Array.isArray(value)) return undefined;
  const name = value['key'] ?? value['kind'];
  return typeof name === 'string' ? name : undefined;
}

/**
 * What differs between two versions of a kind or of the settings, leaf by leaf, for whoever is about to change them: tickets
 * already open keep their own version, so this is what the next ones will meet.
 */
export function effectOfChange(before: unknown, after: unknown, path = ''): Change[] {
  if (isBranch(before) && isBranch(after) && Array.isArray(before) === Array.isArray(after)) {
    const [old, young] = [entriesOf(before), entriesOf(after)];
    const names = new Set([...old.keys(), ...young.keys()]);
    return [...names].flatMap((name) =>
      effectOfChange(old.get(name), young.get(name), path === '' ? name : `${path}.${name}`),
    );
  }
  return Object.is(before, after) ? [] : [{ path, before, after }];
}
