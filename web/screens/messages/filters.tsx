import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import type { waysOut } from '../../../src/conversation/view.ts';
import { useDesk } from '../../matter/kinds.ts';
import { useRead } from '../../server/queries.ts';
import type { Filter } from '../../ui/list/filter-sentence.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { said, t } from '../../words/words.ts';
import type { MessageSearch, View } from './search.ts';

const route = getRouteApi('/inside/messages');

/** What narrows the list, as a sentence; it stands in the address. One customer comes from his own page. */
export function MessageFilters({ view }: { view: View }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { departments } = useDesk();
  const ways = useRead<z.output<typeof waysOut>>('conversations/channels', { about: ['channel'] }).data?.items ?? [];
  const set = (change: Partial<MessageSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const filters: Filter[] = [
    {
      key: 'channel',
      name: t('messages.channel'),
      says: ({ label }) => t('messages.says_channel', { name: label }),
      options: ways.map(({ id, name }) => ({ value: id, label: name })),
      value: search.channel ?? null,
      set: (value) => set({ channel: value ?? undefined }),
    },
    {
      key: 'department',
      name: t('matter.department'),
      says: ({ label }) => t('messages.says_department', { name: label }),
      options: departments.map(({ id, name }) => ({ value: id, label: said(name) })),
      value: search.department ?? null,
      set: (value) => set({ department: value ?? undefined }),
    },
  ];
  if (search.customer)
    filters.push({
      key: 'customer',
      name: t('messages.pick_customer'),
      says: ({ label }) => t('messages.says_customer', { name: label }),
      options: [{ value: search.customer, label: search.with ?? '…' }],
      value: search.customer,
      set: (value) => set(value ? { customer: value } : { customer: undefined, with: undefined }),
    });
  return <FilterSentence subject={t(`messages.subject_${view}`)} filters={filters} />;
}
