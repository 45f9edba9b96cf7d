import { z } from 'zod';
import { sql } from 'kysely';
import { settingsVersionOf } from '../../pack/settings.ts';
import { changeRules } from '../../training/commands/change-rules.ts';
import { trainingRulesShape } from '../../training/rules.ts';
import { part } from '../part.ts';

/** A house has one set of training rules. In a file they stand in the settings. */
const ONE = 'rules';
const shape = z.record(z.string(), trainingRulesShape);
type Content = z.infer<typeof shape>;

export const training = part({
  key: 'training',
  shape,
  read: async ({ tx }): Promise<Content> => {
    const { rows } = await sql<{ rules: Content[string] }>`
      select content->'training' as rules from settings_version where content ? 'training'
      order by version desc limit 1`.execute(tx);
    return rows[0] ? { [ONE]: rows[0].rules } : {};
  },
  apply: async (context, content, why) => {
    const rules = content[ONE];
    const { version } = await settingsVersionOf(context);
    if (rules) await changeRules(context, { rules, seen: version, why });
  },
  shipped: (pack): Content => (pack.training ? { [ONE]: pack.training } : {}),
});
