import { z } from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import { twice } from '../pack/check-names.ts';
import { key, wordsShape } from '../pack/shapes.ts';
import { CHECK_INTERVALS } from './contractor.ts';

export const MOST_CONTRACTOR_SERVICES = 40;
export const MOST_POINTS = 40;

/** A service that contractors do here, and what a check of it looks at (EXTR-06). */
export const contractorServiceShape = z
  .strictObject({
    key,
    name: wordsShape,
    every: z.enum(CHECK_INTERVALS).describe('One check is owed in each such period, unless a contractor has his own'),
    points: z
      .array(z.strictObject({ key, name: wordsShape }))
      .min(1)
      .max(MOST_POINTS)
      .describe('What a check looks at, each with a verdict of its own'),
  })
  .meta({ id: 'ContractorService', description: 'A service that contractors do, and what a check of it looks at' });
export type ContractorService = z.infer<typeof contractorServiceShape>;

/** Points of a service that go by the same key; paths are within the settings. */
export function whyNotContractorServices(services: readonly ContractorService[]): Refusal[] {
  return services.flatMap((one) => twice(one.points, `contractorServices.${one.key}.points`));
}
