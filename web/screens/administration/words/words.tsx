import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { wordsEffectOut, wordsOut } from '../../../../src/administration/words-shapes.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import type { Held } from '../../../ui/form/known.ts';
import { useHeld } from '../../../ui/form/known.ts';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { say } from '../../../ui/toast.ts';
import { VersionList } from '../../../ui/version-list.tsx';
import type { Language } from '../../../words/languages.ts';
import { languageNames, languages } from '../../../words/languages.ts';
import type { OwnWords } from '../../../words/words.ts';
import { everyText, language, t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import styles from '../administration.module.css';
import { Apply } from '../apply.tsx';
import { Changes } from '../changes.tsx';
import { FoundNames } from './found-names.tsx';
import { FoundWords } from './found-words.tsx';
import { gapsChanged } from './gaps.ts';

type Answer = z.output<typeof wordsOut>;
type Effect = z.output<typeof wordsEffectOut>;

/** An administrator's own words for those of the screens: looked for, tried, applied as a version, put back. */
export function OwnWordsPage() {
  const read = useRead<Answer>('words', { about: ['organisation'] });
  const { data } = read;
  return (
    <Page
      title={t('administration.words')}
      aside={data?.version ? t('calendars.n_version', { n: data.version }) : null}
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={10} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Editor answer={data} /> : null}
    </Page>
  );
}

function Editor({ answer }: { answer: Answer }) {
  const held = useHeld<OwnWords>({ initial: answer.words as OwnWords, version: answer.version }, 'own-words');
  const [spoken, setSpoken] = useState<Language>(language());
  const [find, setFind] = useState('');
  const texts = useQuery({ queryKey: ['texts', spoken], queryFn: () => everyText(spoken) }).data;
  const own = held.value[spoken] ?? {};
  const set = (next: Record<string, string>) => held.set({ ...held.value, [spoken]: next });
  return (
    <>
      <p className={`dim ${styles['lead']}`}>{t('words.names')}</p>
      <div className={styles['fields']}>
        <NativeSelect
          label={t('words.language')}
          value={spoken}
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          onChange={(event) => setSpoken(event.currentTarget.value as Language)}
        />
        <TextInput
          label={t('words.find')}
          description={t('words.find_why')}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      </div>
      {texts ? (
        <FoundWords texts={texts} own={own} find={find} spoken={spoken} change={set} />
      ) : (
        <LoadingLines count={8} />
      )}
      <FoundNames find={find} spoken={spoken} />
      <ApplyWords held={held} broken={texts ? brokenIn(texts, own) : false} />
      <Versions answer={answer} putBack={held.set} />
    </>
  );
}

const brokenIn = (texts: ReadonlyMap<string, string>, own: Readonly<Record<string, string>>): boolean =>
  Object.entries(own).some(([key, text]) => gapsChanged(texts.get(key) ?? text, text));

function ApplyWords({ held, broken }: { held: Held<OwnWords>; broken: boolean }) {
  return (
    <Apply<Effect>
      address="words"
      body={{ words: held.value }}
      held={held}
      changes={['organisation', 'session']}
      previewFirst={t('words.preview_first')}
      applied={(n) => t('words.applied', { n })}
      refused={() => (broken ? t('words.faulty') : null)}
      show={(effect) => <Changes changes={effect.changes} />}
    />
  );
}

function Versions({ answer, putBack }: { answer: Answer; putBack: (words: OwnWords) => void }) {
  const back = useWrite<number, { words: OwnWords }>({
    send: (version) => api.get<{ words: OwnWords }>(`words/versions/${version}`),
    done: ({ words }, version) => {
      putBack(words);
      say(t('kinds.put_back_done', { n: version }));
    },
  });
  return <VersionList rows={answer.versions} putBack={({ version }) => void back.run(version)} />;
}
