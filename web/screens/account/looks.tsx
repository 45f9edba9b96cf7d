import { SegmentedControl } from '@mantine/core';
import { spoken } from '../../session/language.ts';
import { changeTheme, chooseLanguage, savePreferences, theme, themeOf } from '../../session/session.ts';
import { Section } from '../../ui/section.tsx';
import { useStore } from '../../ui/store.ts';
import type { Language } from '../../words/languages.ts';
import { languageNames, languages } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
import styles from './account.module.css';

export function Looks() {
  const language = useStore(spoken);
  const colours = useStore(theme);
  const paint = (to: string) => {
    changeTheme(themeOf(to));
    savePreferences({ theme: themeOf(to) });
  };
  return (
    <Section title={t('account.looks')}>
      <div className={styles['row']}>
        <SegmentedControl
          aria-label={t('frame.language')}
          value={language}
          onChange={(value) => void chooseLanguage(value as Language)}
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
        <SegmentedControl
          aria-label={t('frame.theme')}
          value={colours}
          onChange={paint}
          data={[
            { value: 'auto', label: t('frame.theme_auto') },
            { value: 'light', label: t('frame.theme_light') },
            { value: 'dark', label: t('frame.theme_dark') },
          ]}
        />
      </div>
    </Section>
  );
}
