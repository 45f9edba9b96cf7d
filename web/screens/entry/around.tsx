import type { ReactNode } from 'react';
import { chooseAtDoor, spoken } from '../../session.ts';
import { useTitle } from '../../ui/page.tsx';
import { useStore } from '../../ui/store.ts';
import { languageNames, languages, languageTags } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
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
              onClick={() => void chooseAtDoor(one)}
            >
              {languageNames[one]}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
