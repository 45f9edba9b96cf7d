import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionButton } from '../../../ui/action-button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import type { Language } from '../../../words/languages.ts';
import { languageTags } from '../../../words/languages.ts';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { gapsChanged, gapsOf } from './gaps.ts';

type Texts = Readonly<Record<string, string>>;
type Props = {
  texts: ReadonlyMap<string, string>;
  own: Texts;
  find: string;
  spoken: Language;
  change: (own: Record<string, string>) => void;
};

const most = 60;

/** The texts that hold what is looked for, or else those that are changed already, each with its own words beside it. */
export function FoundWords({ texts, own, find, spoken, change }: Props) {
  const looked = find.trim().toLowerCase();
  const found = [...texts].filter(([key, text]) =>
    looked ? `${text} ${own[key] ?? ''}`.toLowerCase().includes(looked) : own[key] !== undefined,
  );
  const put = (key: string, text: string) => {
    const { [key]: _, ...rest } = own;
    change(text.trim() === '' || text === texts.get(key) ? rest : { ...rest, [key]: text });
  };
  return (
    <>
      {looked && found.length === 0 ? <EmptyState title={t('words.none')}>{t('words.none_why')}</EmptyState> : null}
      {looked && found.length > 0 ? <Replace find={find.trim()} found={found} own={own} change={change} /> : null}
      <div className={styles['stack']}>
        {found.slice(0, most).map(([key, text]) => (
          <TextInput
            key={key}
            label={t('words.own_of', { text })}
            description={key}
            lang={languageTags[spoken]}
            placeholder={text}
            maxLength={400}
            value={own[key] ?? ''}
            error={own[key] && gapsChanged(text, own[key]) ? t('words.gaps', { gaps: gapsWords(text) }) : undefined}
            onChange={(event) => put(key, event.currentTarget.value)}
          />
        ))}
      </div>
    </>
  );
}

const gapsWords = (text: string): string =>
  gapsOf(text)
    .map((gap) => `{${gap}}`)
    .join(' ') || '–';

type ReplaceProps = {
  find: string;
  found: readonly (readonly [key: string, text: string])[];
  own: Texts;
  change: (own: Record<string, string>) => void;
};

/** One word for another in all that was found; what stands in braces is left alone. */
function Replace({ find, found, own, change }: ReplaceProps) {
  const [by, setBy] = useState('');
  const inside = (text: string): string =>
    text
      .split(/(\{[a-zA-Z]+\}|\{[a-zA-Z]+\|)/)
      .map((part) => (part.startsWith('{') ? part : part.replaceAll(find, by)))
      .join('');
  const replaced = found.map(([key, text]) => [key, inside(own[key] ?? text)] as const);
  const differ = replaced.filter(([key, text], at) => text !== (own[key] ?? found[at]![1]));
  return (
    <div className={styles['row']}>
      <TextInput label={t('words.replace')} value={by} onChange={(event) => setBy(event.currentTarget.value)} />
      <ActionButton
        label={t('words.replace_do', { count: differ.length })}
        refused={by.trim() === '' || differ.length === 0 ? t('words.none') : null}
        onRun={() => change({ ...own, ...Object.fromEntries(differ) })}
      />
    </div>
  );
}
