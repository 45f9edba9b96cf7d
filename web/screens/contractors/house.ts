import type { z } from 'zod';
import type { contractorServicesOut } from '../../../src/contractor/view.ts';
import { useRead } from '../../server/queries.ts';
import { said } from '../../words/words.ts';

type Services = z.output<typeof contractorServicesOut>;

/** What the reads of these screens are about. */
export const ABOUT = ['contractor', 'contractor_due', 'contractor_fault', 'clock'] as const;

/** The services that contractors do for the house, with the points of each. */
export function useServices(): Services['items'] {
  return useRead<Services>('contractor-services', { about: ['organisation'] }).data?.items ?? [];
}

export function serviceOptions(services: Services['items']): { value: string; label: string }[] {
  return services.map(({ key, name }) => ({ value: key, label: said(name) }));
}
