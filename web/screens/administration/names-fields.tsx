import { TextInput } from '@mantine/core';
import type { Words } from '../../../src/kernel/words.ts';
import { languageNames, languages, languageTags } from '../../words/languages.ts';
import { t } from '../../words/words.ts';
import styles from './administration.module.css';

type Props = { label: string; value: Words; change: (name: Words) => void; error?: React.ReactNode };

/** A name in every language; each person reads it in their own. */
export function NameFields({ label, value, change, error }: Props) {
  return (
    <div className={styles['fields']} role="group" aria-label={label}>
      {languages.map((one) => (
        <TextInput
          key={one}
          label={t('posts.name_in', { what: label, language: languageNames[one] })}
          required
          maxLength={200}
          lang={languageTags[one]}
          value={value[one]}
          error={value[one].trim() ? undefined : error}
          onChange={(event) => change({ ...value, [one]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}

export function nameProblem(name: Words): string | null {
  return languages.every((one) => name[one].trim() !== '') ? null : t('posts.name_needed');
}
