import { z } from 'zod';
import type { Words } from '../kernel/words.ts';
import { can } from '../organisation/can.ts';
import { named, personNames } from '../organisation/house.ts';
import { personOut } from '../organisation/shapes.ts';
import { changesShown } from '../pack/definitions-view.ts';
import { changesOut } from '../pack/effect-shapes.ts';
import { effectOfChange } from '../pack/effect-of-change.ts';
import type { Pack } from '../pack/format.ts';
import { packs } from '../pack/registry.ts';
import type { Context } from '../platform/context.ts';
import { canOut, momentOut, refusedOut, wordsOut } from '../platform/http/shapes.ts';
import type { Part } from './part.ts';
import { assessments } from './parts/assessments.ts';
import { canned } from './parts/canned.ts';
import { phrases } from './parts/phrases.ts';
import { papers } from './parts/papers.ts';
import { questionnaires } from './parts/questionnaires.ts';
import { reports } from './parts/reports.ts';
import { scorecards } from './parts/scorecards.ts';
import { training } from './parts/training.ts';
import { PARTS } from './registry.ts';

/** What a pack may bring, in the order in which one may name another. */
export const NEWS: readonly Part[] = [
  ...PARTS,
  canned,
  phrases,
  reports,
  scorecards,
  assessments,
  training,
  ...papers,
  questionnaires,
].filter((one) => one.shipped !== undefined);

export type NewsItem = { part: Part; key: string; content: unknown };

export const newsOut = z.object({
  pack: z
    .object({ key: z.string().describe('Key of the pack'), name: wordsOut })
    .describe('What this house was made of'),
  items: z
    .array(
      z.object({
        part: z
          .string()
          .describe(
            'calendars, departments, posts, kinds, spotChecks, rounds, offerings, canned, phrases, reports, scorecards, assessments, meetings, documentKinds, archiveClasses, liaison, contractorServices, training or questionnaires',
          ),
        key: z.string().describe('Its stable name there'),
        name: wordsOut.describe('What it is called'),
        about: wordsOut.nullable().describe('When to choose it, or what it is; null: nothing is said'),
        content: changesOut.describe('What it holds, value by value; `before` is null throughout'),
        faults: z.array(refusedOut).describe('Why it cannot be taken as things stand; empty: it can'),
        declined: z
          .object({
            by: personOut.nullable().describe('Who said no; null: the system'),
            at: momentOut.describe('When it was said no to'),
            why: z.string().describe('The reason given'),
          })
          .nullable()
          .describe('This house said no to it; null: it is still to be decided'),
      }),
    )
    .describe('What the pack has and this house has not, in the order in which one needs another'),
  can: canOut.describe('take, decline'),
});

/** The pack this house was made of, as it ships today; none where it is not shipped any more. */
export async function packOf(context: Context): Promise<Pack | undefined> {
  return (await packs()).get(context.organisation.pack);
}

/** What the pack has and this house has not. A thing changed, retired or given up here is here. */
export async function newsIn(context: Context, pack: Pack): Promise<NewsItem[]> {
  const found: NewsItem[] = [];
  for (const one of NEWS) {
    const here = (await one.read(context)) as Record<string, unknown>;
    for (const [key, content] of Object.entries(one.shipped!(pack, context) as Record<string, unknown>))
      if (here[key] === undefined && one.isHere?.(here, content) !== true)
        found.push({ part: one, key, content: await fitted(context, one, content) });
  }
  return found;
}

const fitted = async (context: Context, one: Part, content: unknown): Promise<unknown> =>
  one.fit ? one.fit(context, content) : content;

/** What speaks against taking a thing now; what it needs from the same pack is taken before it. */
export async function faultsOfNews(context: Context, { part, key, content }: NewsItem) {
  const wanted = { [key]: content };
  return part.check ? part.check(context, wanted, { [part.key]: wanted }) : [];
}

/** What is new in the pack, what each of it is, and what this house said of it. Changes nothing. */
export async function readNews(context: Context): Promise<z.input<typeof newsOut>> {
  const pack = await packOf(context);
  const may = can(context.actor, 'limit.edit', {});
  const allowed = { take: may, decline: may };
  if (!pack) {
    const key = context.organisation.pack;
    return { pack: { key, name: { en: key, 'zh-hans': key, 'zh-hant': key } }, items: [], can: allowed };
  }
  const declined = await context.tx.selectFrom('pack_declined').selectAll().execute();
  const names = await personNames(context);
  const items = [];
  for (const item of await newsIn(context, pack)) {
    const no = declined.find((row) => row.part === item.part.key && row.key === item.key);
    const { name, about = null } = item.content as { name: Words; about?: Words };
    items.push({
      part: item.part.key,
      key: item.key,
      name,
      about,
      content: changesShown(effectOfChange({}, item.content)),
      faults: await faultsOfNews(context, item),
      declined: no ? { by: named(names, no.by_id), at: no.at, why: no.why } : null,
    });
  }
  return { pack: { key: pack.key, name: pack.name }, items, can: allowed };
}
