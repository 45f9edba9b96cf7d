import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import type { contractorsOut } from '../../../src/contractor/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { useRead } from '../../server/queries.ts';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { t } from '../../words/words.ts';
import { serviceOptions, useServices } from './house.ts';
import type { ContractorSearch } from './search.ts';

const route = getRouteApi('/inside/contractors');

/** The filters that these lists share, over what stands in the address; `over` says what is shown where it says nothing. */
export function useAsked(over: ContractorSearch = {}) {
  const shown = { ...route.useSearch(), ...over };
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const services = useServices();
  const register = useRead<z.output<typeof contractorsOut>>('contractors', {
    about: ['contractor'],
    query: { limit: 200 },
  });
  const filter = filtersOf<ContractorSearch>(
    shown,
    (change) => void navigate({ search: (before) => ({ ...before, ...change }) }),
  );
  return {
    filter,
    period: () => filter('period', t('period.filter'), periodOptions()),
    service: () => filter('service', t('contractors.service'), serviceOptions(services)),
    contractor: () =>
      filter(
        'contractor',
        t('contractors.contractor'),
        (register.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ),
    state: <State extends string>(all: readonly State[], words: (state: State) => string) =>
      filter(
        'state',
        t('contractors.state'),
        all.map((value) => ({ value, label: words(value) })),
      ),
    person: (name: string) => filter('person', name, peopleOptions(people), ({ label }) => `${name}: ${label}`),
  };
}
