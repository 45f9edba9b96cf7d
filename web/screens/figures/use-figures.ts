import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Query } from '../../server/api.ts';
import type { About } from '../../server/queries.ts';
import { spanOf } from './period.ts';
import type { FigureSearch } from './search.ts';

/** What figures are counted of: whatever changes here changes them. */
export const COUNTED: About = ['ticket', 'commitment', 'return_visit', 'contact', 'phone_call'];

/** What the address asks for, and how to ask for something else. */
export function useFigureSearch(): { search: FigureSearch; change: (change: Partial<FigureSearch>) => void } {
  const search: FigureSearch = useSearch({ from: '/inside/figures' });
  const navigate = useNavigate();
  return { search, change: (change) => void navigate({ to: '/figures', search: { ...search, ...change } }) };
}

/** The same as the server is asked. */
export function queryOf(search: FigureSearch): Query {
  const { compare = 'before', department } = search;
  return { ...spanOf(search), department, compare: compare === 'none' ? undefined : compare };
}
