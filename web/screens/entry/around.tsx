import type { ReactNode } from 'react';
import type { Words } from '../../../src/kernel/words.ts';
import { changeLanguage, spoken } from '../../session/language.ts';
import { useTitle } from '../../ui/page.tsx';
import { useStore } from '../../ui/store.ts';
import { languageNames, languages, languageTags } from '../../words/languages.ts';
import { problemWords } from '../../server/refusals.ts';
import { said, t } from '../../words/words.ts';
import { Press } from './controls.tsx';
import styles from './entry.module.css';

/** Around every page for customers: whose it is, in which language, and nothing of the house within. */
export function Around({
  title,
  organisation,
  children,
}: {
  title: string;
  organisation: string;
  children: ReactNode;
}) {
  const active = useStore(spoken);
  useTitle(title);
  return (
    <main className={styles['page']}>
      <p className="dim">{organisation}</p>
      <h1>{title}</h1>
      {children}
      <ul className={styles['languages']} aria-label={t('entry.language')}>
        {languages.map((one) => (
          <li key={one}>
            <button
              type="button"
              lang={languageTags[one]}
              aria-current={one === active}
              onClick={() => void changeLanguage(one)}
            >
              {languageNames[one]}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

export function Loading() {
  return (
    <p className="dim" role="status" aria-busy>
      {t('problem.loading')}
    </p>
  );
}

/** What could not be read, and the way to try again. */
export function Failed({ problem, retry }: { problem: unknown; retry: () => void }) {
  return (
    <>
      <Wrong problem={problem} />
      <Press label={t('problem.retry')} busy={false} onRun={retry} />
    </>
  );
}

/** What could not be done; nothing where it could. */
export function Wrong({ problem }: { problem: unknown }) {
  return problem ? (
    <p className={styles['wrong']} role="alert">
      {problemWords(problem)}
    </p>
  ) : null;
}

/** A text of the centre; nothing where it has written none. */
export function Told({ words, urgent }: { words: Words; urgent?: boolean }) {
  const text = said(words);
  return text === '' ? null : (
    <p className={styles['told']} data-urgent={urgent || undefined}>
      {text}
    </p>
  );
}
