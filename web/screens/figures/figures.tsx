import { IconPrinter } from '@tabler/icons-react';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { t } from '../../words/words.ts';
import { Causes } from './causes.tsx';
import { Figure } from './figure.tsx';
import styles from './figures.module.css';
import { Overview } from './overview.tsx';
import { Parts } from './parts.tsx';
import { PeriodBar } from './period-bar.tsx';
import { periodWords } from './period.ts';
import { Records } from './records.tsx';
import type { View } from './search.ts';
import { useFigureSearch } from './use-figures.ts';

/** The figures of a period: all of them, by part of the business, or the causes of complaints; each number opens its records. */
export function Figures() {
  const { search, change } = useFigureSearch();
  usePrintable();
  const view = search.view ?? 'all';
  return (
    <Page
      title={t('frame.figures')}
      aside={periodWords(search)}
      actions={
        <>
          <Go to="/summaries">{t('summaries.open_all')}</Go>
          <ActionButton label={t('figures.print')} icon={IconPrinter} hotkey="p" onRun={() => window.print()} />
        </>
      }
    >
      <Views view={view} show={(next) => change({ view: next, records: undefined, by: undefined })} />
      <PeriodBar />
      {view === 'all' ? <Overview /> : null}
      {view === 'all' && search.measure ? <Figure measure={search.measure} /> : null}
      {view === 'parts' ? <Parts /> : null}
      {view === 'causes' ? <Causes /> : null}
      {search.records ? <Records key={search.records} address={search.records} /> : null}
    </Page>
  );
}

function Views({ view, show }: { view: View; show: (view: View) => void }) {
  const tabs: readonly [View, string][] = [
    ['all', t('figures.view_all')],
    ['parts', t('figures.view_parts')],
    ['causes', t('figures.view_causes')],
  ];
  return (
    <nav className={styles['views']} aria-label={t('figures.views')}>
      {tabs.map(([key, label]) => (
        <button key={key} type="button" aria-current={key === view ? 'page' : undefined} onClick={() => show(key)}>
          {label}
        </button>
      ))}
    </nav>
  );
}
