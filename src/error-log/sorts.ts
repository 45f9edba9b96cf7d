import type { Words } from '../kernel/words.ts';
import { settingsOf } from '../pack/settings.ts';
import type { Context } from '../platform/context.ts';

type ErrorSort = { key: string; name: Words };

/** Where the house has named none, everything is logged as this. */
const OTHER: ErrorSort = { key: 'other', name: { en: 'Other', 'zh-hans': '其他', 'zh-hant': '其他' } };

export async function errorSortsOf(context: Context): Promise<ErrorSort[]> {
  const { errorSorts = [] } = await settingsOf(context);
  return errorSorts.length > 0 ? errorSorts : [OTHER];
}
