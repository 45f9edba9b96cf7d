import type { z } from 'zod';
import type { ClassesView } from '../../../src/customer-class/view.ts';
import type { custodiansOut, InChargeLine } from '../../../src/custodian/view.ts';
import type { Query } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { said } from '../../words/words.ts';

/** The classes of the house; none until they have come. */
export function useClasses(): ClassesView['items'] {
  return useRead<ClassesView>('customer-classes', { about: ['customer', 'organisation'] }).data?.items ?? [];
}

/** Specialists with what they have and owe; for whoever gives customers to them. */
export function useCustodians(query: Query = {}, enabled = true) {
  return useRead<z.output<typeof custodiansOut>>('custodians', {
    about: ['customer', 'person', 'post', 'custodian_contact', 'custodian_distribution', 'commitment'],
    query,
    enabled,
  });
}

export const classOptions = (classes: ClassesView['items']) =>
  classes.map(({ key, name }) => ({ value: key, label: said(name) }));

export const className = (one: Pick<InChargeLine, 'class'>): string | null => (one.class ? said(one.class.name) : null);
