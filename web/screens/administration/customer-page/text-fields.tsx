import { Textarea } from '@mantine/core';
import { useId } from 'react';
import type { Words } from '../../../../src/kernel/words.ts';
import { languageNames, languages, languageTags } from '../../../words/languages.ts';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';

type Props = { label: string; hint: string; value: Words; change: (text: Words) => void };

/** One text of the page in every language; a customer reads it in his own. Left empty in all, it is not shown. */
export function TextFields({ label, hint, value, change }: Props) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <h3 id={`${id}-label`}>{label}</h3>
      <p id={`${id}-hint`} className="dim">
        {hint}
      </p>
      <div className={`${styles['fields']} ${styles['texts']}`}>
        {languages.map((one) => (
          <Textarea
            key={one}
            label={t('posts.name_in', { what: label, language: languageNames[one] })}
            autosize
            minRows={2}
            maxLength={1000}
            lang={languageTags[one]}
            value={value[one]}
            onChange={(event) => change({ ...value, [one]: event.currentTarget.value })}
          />
        ))}
      </div>
    </div>
  );
}
