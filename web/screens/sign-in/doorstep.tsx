import type { ReactNode } from 'react';
import { spoken } from '../../session/language.ts';
import { chooseAtDoor } from '../../session/session.ts';
import { useStore } from '../../ui/store.ts';
import { languageNames, languages, languageTags } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
import styles from './doorstep.module.css';

/** Around the screens before the door: the house's name, one card, and the language, in its own words. */
export function Doorstep({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  const active = useStore(spoken);
  return (
    <main className={styles['step']}>
      <div className={styles['card']} data-wide={wide || undefined}>
        <p className={styles['house']}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          Huiyin <span lang="zh-Hans">回音</span>
        </p>
        <h1>{title}</h1>
        {children}
      </div>
      <ul className={styles['languages']} aria-label={t('frame.language')}>
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
