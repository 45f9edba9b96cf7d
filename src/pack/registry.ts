import property from '../../packs/property.ts';
import { whyNotPack } from './check.ts';
import type { Pack } from './format.ts';
import { packShape } from './format.ts';

/** Every pack in `packs/`, by its file; a test fails where one is forgotten. */
export const SHIPPED: Readonly<Record<string, unknown>> = { 'packs/property.ts': property };

export type Packs = ReadonlyMap<string, Pack>;

/** Reads a pack somebody wrote. Throws with every fault and its path, so that nothing starts on half a definition. */
export function readPack(file: string, content: unknown): Pack {
  const read = packShape.safeParse(content);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`${file} is not a pack:\n  ${faults.join('\n  ')}`);
  }
  const refusals = whyNotPack(read.data);
  if (refusals.length === 0) return read.data;
  const faults = refusals.map(({ code, params }) => `${params?.['path'] ?? ''}: ${code} ${JSON.stringify(params)}`);
  throw new Error(`${file} cannot be used:\n  ${faults.join('\n  ')}`);
}

let checked: Packs | undefined;

/** Every pack we ship, by its key, checked once a process. */
export async function packs(): Promise<Packs> {
  checked ??= readAll();
  return checked;
}

function readAll(): Packs {
  const found = new Map<string, Pack>();
  for (const [file, content] of Object.entries(SHIPPED)) {
    const pack = readPack(file, content);
    if (found.has(pack.key)) throw new Error(`${file}: another pack is called ${pack.key} too`);
    found.set(pack.key, pack);
  }
  return found;
}
