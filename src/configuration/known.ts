import type { Context } from '../platform/context.ts';

/** What a part of a file may name: what is here and not given up, and what the same file brings. */
export async function namesWith(
  { tx }: Context,
  thing: 'post' | 'department' | 'kind',
  all: Readonly<Record<string, unknown>>,
): Promise<ReadonlySet<string>> {
  const here =
    thing === 'kind'
      ? await tx.selectFrom('kind_version').select('key').distinct().execute()
      : await tx.selectFrom(thing).select('key').where('closed_at', 'is', null).execute();
  return new Set([...here.map(({ key }) => key), ...openIn(all[`${thing}s`])]);
}

/** Keys of what a part of a file holds and does not give up. */
export function openIn(content: unknown): string[] {
  const all = Object.entries((content ?? {}) as Record<string, { closed?: boolean }>);
  return all.filter(([, one]) => !one.closed).map(([key]) => key);
}

/** A refusal's path within its part, as the file has it. */
export const at = (...path: (string | undefined)[]): string => path.filter(Boolean).join('.');
