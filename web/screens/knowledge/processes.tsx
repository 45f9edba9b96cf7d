import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import { STANDINGS } from '../../../src/knowledge/process.ts';
import type { processesOut } from '../../../src/knowledge/view-processes.ts';
import { useRead } from '../../server/queries.ts';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { said, t } from '../../words/words.ts';
import { usePosts } from '../administration/people/people.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { OneProcess } from './one-process.tsx';

type Answer = z.output<typeof processesOut>;

const route = getRouteApi('/inside/knowledge');

/** The standard processes: whom each binds, its training, and who has read and passed the version in force (QUAL-02). */
export function Processes() {
  const { post, standing } = route.useSearch();
  const query = { post, standing };
  const read = useRead<Answer>('articles/processes', { about: ['article', 'article_reading', 'clock'], query });
  if (read.isPending) return <LoadingLines count={10} />;
  if (read.error && !read.data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  const items = read.data?.items ?? [];
  return (
    <>
      <FiltersAndTakeOut list="processes" name={t('knowledge.view_processes')} query={query}>
        <ProcessFilters />
      </FiltersAndTakeOut>
      {items.length > 0 ? (
        items.map((one) => <OneProcess key={one.id} one={one} />)
      ) : (
        <None narrowed={!!(post ?? standing)} />
      )}
    </>
  );
}

function None({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <EmptyState title={t('knowledge.none_found')}>{t('knowledge.no_trainees_why')}</EmptyState>
  ) : (
    <EmptyState title={t('knowledge.no_processes')}>{t('knowledge.no_processes_why')}</EmptyState>
  );
}

function ProcessFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const posts = usePosts();
  const filter = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    filter(
      'post',
      t('knowledge.bound_post'),
      posts.filter((one) => !one.closed).map((one) => ({ value: one.id, label: said(one.name) })),
    ),
    filter(
      'standing',
      t('knowledge.training_standing'),
      STANDINGS.map((value) => ({ value, label: t(`knowledge.standing_${value}`) })),
    ),
  ];
  return <FilterSentence subject={t('knowledge.view_processes')} filters={filters} />;
}
