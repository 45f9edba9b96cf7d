import { SegmentedControl } from '@mantine/core';
import type { Theme } from '../server/contract.ts';
import { spoken } from '../session/language.ts';
import { changeTheme, chooseLanguage, savePreferences, theme } from '../session/session.ts';
import { useStore } from '../ui/store.ts';
import type { Language } from '../words/languages.ts';
import { languageNames, languages } from '../words/languages.ts';
import { t } from '../words/words.ts';
import styles from './person-menu.module.css';

export function LanguageChoice() {
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('frame.language')}
      value={useStore(spoken)}
      onChange={(value) => void chooseLanguage(value as Language)}
      data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
    />
  );
}

export function ThemeChoice() {
  return (
    <SegmentedControl
      fullWidth
      className={styles['theme']}
      aria-label={t('frame.theme')}
      value={useStore(theme)}
      onChange={(value) => {
        changeTheme(value as Theme);
        savePreferences({ theme: value as Theme });
      }}
      data={[
        { value: 'auto', label: t('frame.theme_auto') },
        { value: 'light', label: t('frame.theme_light') },
        { value: 'dark', label: t('frame.theme_dark') },
      ]}
    />
  );
}
