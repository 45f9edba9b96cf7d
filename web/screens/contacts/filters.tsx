import { getRouteApi } from '@tanstack/react-router';
import { LEFT } from '../../../src/arrival/arrival.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions } from '../../matter/periods.ts';
import { channels, channelWords, purposes, purposeWords } from '../../matter/words.ts';
import type { Filter } from '../../ui/list/filter-sentence.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { t } from '../../words/words.ts';
import { leftWords } from '../front-desk/waiting/arrivals.ts';
import type { ContactSearch, View } from './search.ts';

const route = getRouteApi('/inside/contacts');

/** What narrows the list, as a sentence; it stands in the address. The complaint book holds one purpose only. */
export function ContactFilters({ view }: { view: View }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const set = (change: Partial<ContactSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const filters: Filter[] = [
    {
      key: 'period',
      name: t('period.filter'),
      says: (option) => option.label,
      options: periodOptions(),
      value: search.period ?? null,
      set: (value) => set({ period: (value ?? undefined) as ContactSearch['period'] }),
    },
    {
      key: 'channel',
      name: t('contacts.channel'),
      says: (option) => option.label,
      options: channels.map((value) => ({ value, label: channelWords(value) })),
      value: search.channel ?? null,
      set: (value) => set({ channel: value ?? undefined }),
    },
    {
      key: 'purpose',
      name: t('front_desk.purpose'),
      says: (option) => option.label,
      options: purposes.map((value) => ({ value, label: purposeWords(value) })),
      value: search.purpose ?? null,
      set: (value) => set({ purpose: value ?? undefined }),
    },
    {
      key: 'written',
      name: t('contacts.form'),
      says: (option) => option.label,
      options: [
        { value: 'yes', label: t('contacts.written') },
        { value: 'no', label: t('contacts.spoken') },
      ],
      value: search.written === undefined ? null : search.written ? 'yes' : 'no',
      set: (value) => set({ written: value === null ? undefined : value === 'yes' }),
    },
    {
      key: 'left',
      name: t('contacts.visit'),
      says: (option) => option.label,
      options: LEFT.map((value) => ({ value, label: leftWords(value) })),
      value: search.left ?? null,
      set: (value) => set({ left: LEFT.find((one) => one === value) }),
    },
    {
      key: 'by',
      name: t('contacts.receiver'),
      says: ({ label }) => t('contacts.says_receiver', { name: label }),
      options: peopleOptions(people),
      value: search.by ?? null,
      set: (value) => set({ by: value ?? undefined }),
    },
  ];
  const shown = filters.filter(({ key }) =>
    key === 'left' ? view === 'visits' : key !== 'purpose' || view !== 'complaints',
  );
  return <FilterSentence subject={t(`contacts.subject_${view}`)} filters={shown} />;
}
