import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import { limitShape } from '../commitment/rule.ts';
import { CUSTODY_SORTS } from '../custody/sorts.ts';
import { whyNotLimit } from './check-ladder.ts';
import { whyNotAgainst } from './check-names.ts';
import type { Kind } from './format.ts';
import { key, wordsShape } from './shapes.ts';

/** What a thing of a kind must say beside its number and what it is; of `valid_until`, whoever issues it. */
export const CUSTODY_NEEDS = ['place', 'customer', 'worth', 'valid_until'] as const;

export const MOST_CUSTODY_KINDS = 60;

/** A kind of thing in custody: key of a public place, vehicle pass, special tool (KEYS-01, PASS-02, ASST-01). */
export const custodyKindShape = z
  .strictObject({
    key,
    name: wordsShape,
    sort: z
      .enum(CUSTODY_SORTS)
      .describe('What it is; keys, assets and tools are drawn, passes and certificates issued'),
    keeper: key.describe('Key of the post that keeps them, which owes that they come back'),
    needs: z.array(z.enum(CUSTODY_NEEDS)).describe('What one must say beside its number and label'),
    application: z
      .strictObject({
        kind: key.describe('Key of the kind of ticket that asks for one'),
        approval: key.describe('Key of the approval of that kind that must be given'),
        when: z
          .strictObject({
            field: key.describe('Key of a choice of that kind'),
            is: key.describe('Key of what must be chosen there'),
          })
          .optional()
          .describe('Only on those that ask for this one among others; left out: on all'),
      })
      .optional()
      .describe('It is issued only on a ticket of this kind that was approved; left out: without'),
    series: z
      .string()
      .regex(/^[A-Z]{1,6}$/)
      .optional()
      .describe(
        'The house numbers them itself, year by year, beginning with this: YZ-2026-001; left out: as they come',
      ),
  })
  .meta({ id: 'CustodyKind', description: 'A kind of thing in custody: a key, pass, certificate, asset or tool' });
export type CustodyKind = z.infer<typeof custodyKindShape>;

/** A count that recurs: which sort of things, how often, by which post (ASST-03). */
export const custodyCountShape = z
  .strictObject({
    key,
    name: wordsShape,
    sort: z.enum(CUSTODY_SORTS).describe('What is counted'),
    kind: key.optional().describe('Key of the one kind that is counted; left out: all of that sort'),
    every: z.enum(['week', 'month', 'quarter', 'year']).describe('How often'),
    owes: key.describe('Key of the post that counts'),
    limit: limitShape.describe('By when, from the first moment of the period on'),
  })
  .meta({ id: 'CustodyCount', description: 'A count of things in custody that recurs' });
export type CustodyCountPlan = z.infer<typeof custodyCountShape>;

type Settings = {
  custodyKinds?: readonly CustodyKind[] | undefined;
  custodyCounts?: readonly CustodyCountPlan[] | undefined;
};

/** Everything that dangles in what a house of these posts keeps and counts; paths are within the settings. */
export function whyNotCustody(
  { custodyKinds = [], custodyCounts = [] }: Settings,
  posts: { has(key: string): boolean },
): Refusal[] {
  const known = new Map(custodyKinds.map((one) => [one.key, one]));
  return [
    ...custodyKinds.flatMap((one) => [
      ...whyNotAgainst(posts, one.keeper, `custodyKinds.${one.key}.keeper`),
      ...(one.application && !['pass', 'certificate'].includes(one.sort)
        ? [refusal('custody.application_of_none', { path: `custodyKinds.${one.key}.application` })]
        : []),
    ]),
    ...custodyCounts.flatMap((plan) => {
      const path = `custodyCounts.${plan.key}`;
      return [
        ...whyNotLimit(plan.limit, path),
        ...whyNotAgainst(posts, plan.owes, `${path}.owes`),
        ...whyNotAgainst(known, plan.kind, `${path}.kind`),
        ...(plan.kind !== undefined && known.get(plan.kind)?.sort !== plan.sort
          ? [refusal('custody.count_of_none', { path: `${path}.kind` })]
          : []),
      ];
    }),
  ];
}

type Applied = Pick<Kind, 'approvals' | 'fields'>;

/** What can be chosen in the field that an application hangs on. */
function chosenIn(kind: Applied | undefined, when: { field: string } | undefined): Set<string> {
  const field = kind?.fields.find(({ key: own }) => own === when?.field);
  return new Set(field?.choices?.map(({ key: choice }) => choice));
}

/** What a pass is applied for with, and the approval it waits for, must be there. */
export function whyNotApplications(
  custodyKinds: readonly CustodyKind[],
  kinds: ReadonlyMap<string, Applied>,
): Refusal[] {
  return custodyKinds.flatMap(({ key: own, application }) => {
    if (!application) return [];
    const path = `custodyKinds.${own}.application`;
    const approvals = new Set(kinds.get(application.kind)?.approvals?.map((one) => one.key));
    return [
      ...whyNotAgainst(kinds, application.kind, `${path}.kind`),
      ...whyNotAgainst(approvals, application.approval, `${path}.approval`),
      ...whyNotAgainst(chosenIn(kinds.get(application.kind), application.when), application.when?.is, `${path}.when`),
    ];
  });
}
