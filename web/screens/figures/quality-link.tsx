import { useRouter } from '@tanstack/react-router';
import { Go } from '../../ui/go.tsx';
import { t } from '../../words/words.ts';
import { linked } from './number.tsx';
import { useFigureSearch } from './use-figures.ts';

/** What is being done about it, where improvements are kept: the same department's. */
export function QualityLink() {
  const { search } = useFigureSearch();
  const router = useRouter();
  if (!('/quality' in router.routesByPath)) return null;
  return (
    <p>
      <Go to="/quality" search={linked({ department: search.department })}>
        {t('figures.improvements')}
      </Go>
    </p>
  );
}
