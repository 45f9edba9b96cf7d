import { z } from 'zod';
import { refusal } from '../../kernel/refusal.ts';
import { reportPosts } from '../../pack/known.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import { changeQuestionnaires } from '../../survey/commands/change-questionnaires.ts';
import type { Questionnaire } from '../../survey/questionnaire.ts';
import { MOST_QUESTIONNAIRES, questionnaireShape, whyNotQuestionnaires } from '../../survey/questionnaire.ts';
import { everInSettings } from '../ever-in-settings.ts';
import { part } from '../part.ts';

const shape = z.record(z.string(), questionnaireShape);

/** What customers are asked, one questionnaire after another. In a file they stand in the settings. */
export const questionnaires = part({
  key: 'questionnaires',
  shape,
  read: (context) => everInSettings<Questionnaire>(context, 'questionnaires'),
  check: async (context, content) => {
    const { settings } = await settingsVersionOf(context);
    const brought = Object.values(content);
    const full = (settings.questionnaires ?? []).length + brought.length > MOST_QUESTIONNAIRES;
    return [
      ...(full ? [refusal('survey.questionnaires_full', { path: 'questionnaires', most: MOST_QUESTIONNAIRES })] : []),
      ...whyNotQuestionnaires(brought, await reportPosts(context)),
    ];
  },
  apply: async (context, content, why) => {
    const { version, settings } = await settingsVersionOf(context);
    const all = [...(settings.questionnaires ?? []), ...Object.values(content)];
    await changeQuestionnaires(context, { questionnaires: all, seen: version, why });
  },
  shipped: (pack) => Object.fromEntries((pack.questionnaires ?? []).map((one) => [one.key, one])),
});
