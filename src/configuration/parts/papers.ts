import { z } from 'zod';
import { archiveClassShape, documentKindShape, whyNotArchiveClasses } from '../../document/rules.ts';
import { contractorServiceShape, whyNotContractorServices } from '../../contractor/service.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import { bodyKindShape } from '../../liaison/kind.ts';
import { meetingSortShape, whyNotMeetingSorts } from '../../meeting/sort.ts';
import { changePart } from '../../pack/commands/change-settings.ts';
import { reportPosts } from '../../pack/known.ts';
import type { Settings } from '../../pack/settings-shape.ts';
import { settingsVersionOf } from '../../pack/settings.ts';
import type { Context } from '../../platform/context.ts';
import { everInSettings } from '../ever-in-settings.ts';
import type { Part } from '../part.ts';
import { part } from '../part.ts';

type List = 'meetings' | 'documentKinds' | 'archiveClasses' | 'liaison' | 'contractorServices';
type One<Key extends List> = NonNullable<Settings[Key]>[number];

/** A list of the settings, one by one. In a file it stands in the settings. */
function listPart<Key extends List>(
  key: Key,
  shape: z.ZodType<One<Key>>,
  check: (context: Context, items: One<Key>[]) => Promise<Refusal[]>,
): Part {
  return part({
    key,
    shape: z.record(z.string(), shape),
    read: (context) => everInSettings<One<Key>>(context, key),
    check: (context, content) => check(context, Object.values(content)),
    apply: async (context, content, why) => {
      const { version, settings } = await settingsVersionOf(context);
      const all = [...(settings[key] ?? []), ...Object.values(content)];
      await changePart(context, { [key]: all }, { seen: version, why });
    },
    shipped: (pack) => Object.fromEntries((pack[key] ?? []).map((one) => [one.key, one as One<Key>])),
  });
}

const nothing = async (): Promise<Refusal[]> => [];

/** Sorts of meeting, kinds of document, classes of the archives, kinds of body outside, and services of contractors. */
export const papers: readonly Part[] = [
  listPart('meetings', meetingSortShape, async (context, all) => whyNotMeetingSorts(all, await reportPosts(context))),
  listPart('documentKinds', documentKindShape, nothing),
  listPart('archiveClasses', archiveClassShape, async (context, all) =>
    whyNotArchiveClasses(all, await reportPosts(context)),
  ),
  listPart('liaison', bodyKindShape, nothing),
  listPart('contractorServices', contractorServiceShape, async (_, all) => whyNotContractorServices(all)),
];
