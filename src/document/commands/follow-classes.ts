import type { Context } from '../../platform/context.ts';
import { paperRulesOf } from '../facts.ts';

/** The settings may give a class to another owner, or restrict it: what is kept in it follows at once. */
export async function followClasses(context: Context): Promise<void> {
  for (const { key, owner, restricted } of (await paperRulesOf(context)).classes)
    await context.tx
      .updateTable('document')
      .set({ keeper: owner, restricted })
      .where('class', '=', key)
      .where((e) => e.or([e('keeper', '<>', owner), e('restricted', '<>', restricted)]))
      .execute();
}
