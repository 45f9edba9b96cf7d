import { Invalid } from '../../kernel/refusal.ts';
import { can, orForbid } from '../../organisation/can.ts';
import type { Context } from '../../platform/context.ts';
import { record } from '../../platform/journal.ts';
import type { Configuration } from '../file.ts';
import { differencesOf, faultsOf } from '../file.ts';
import { PARTS } from '../registry.ts';

/**
 * Makes the house what a file says, by the ordinary commands and in one transaction, with the reason kept on every version. Refused
 * whole where anything is wrong with it; the preview names every fault with its path. Answers how many values changed.
 */
export async function importConfiguration(
  context: Context,
  { configuration, why }: { configuration: Configuration; why: string },
): Promise<number> {
  orForbid(can(context.actor, 'limit.edit', {}));
  const { faults, parts } = await faultsOf(context, configuration);
  const [first] = faults;
  if (first)
    throw new Invalid('configuration.refused', {
      count: faults.length,
      path: String(first.params?.['path'] ?? ''),
      first: first.code,
    });
  const { changes } = await differencesOf(context, configuration);
  if (changes.length === 0) return 0;
  for (const { key, apply } of PARTS) if (parts[key] !== undefined) await apply(context, parts[key], why);
  await record(context, {
    subject: { type: 'organisation', id: context.organisation.id },
    type: 'configuration.imported',
    data: { values: changes.length, why },
  });
  return changes.length;
}
