import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { z } from 'zod';
import { PLACEHOLDERS, SITUATIONS } from '../../../../src/pack/phrases.ts';
import type { phrasesOut } from '../../../../src/phrase/view.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { Page } from '../../../ui/page.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { say } from '../../../ui/toast.ts';
import { languageNames, languages, languageTags } from '../../../words/languages.ts';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import styles from './phrases.module.css';
import { freshKey, noWords } from '../kinds/kind-words.ts';

type Answer = z.output<typeof phrasesOut>;
type Phrase = Answer['items'][number];

/** What is said again and again, as the house words it: in every language, switched on and off, in the order offered. */
export function PhraseList() {
  const { data, error, refetch } = useRead<Answer>('phrases', { about: ['kind'] });
  return (
    <Page title={t('phrases.title')}>
      <AdministrationNav />
      <p className="dim">{t('phrases.lead')}</p>
      {error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={10} /> : null}
      {data ? <Editor key={data.version} answer={data} /> : null}
    </Page>
  );
}

const places = Object.fromEntries(PLACEHOLDERS.map((one) => [one, `{${one}}`])) as Record<
  (typeof PLACEHOLDERS)[number],
  string
>;

function Editor({ answer }: { answer: Answer }) {
  const draft = useDraftForm<{ phrases: Phrase[]; why: string }, unknown>({
    subject: 'administration/phrases',
    initial: { phrases: answer.items, why: '' },
    version: answer.version,
    check: ({ why }) => ({ why: why.trim() ? null : t('ticket.needed') }),
    send: ({ phrases, why }, options, known) => api.put('phrases', { phrases, why, seen: known.version }, options),
    changes: () => ['kind'],
    done: () => say(t('phrases.changed')),
  });
  const { form } = draft;
  const { phrases } = form.values;
  const set = (next: Phrase[]) => form.setFieldValue('phrases', next);
  return (
    <FormFrame draft={draft} submit={t('ticket.save')}>
      <p className="dim">{t('phrases.places', places)}</p>
      {phrases.length === 0 ? <EmptyState title={t('phrases.none')} /> : null}
      <ol className={styles['list']}>
        {phrases.map((one, at) => (
          <One
            key={one.key}
            phrase={one}
            first={at === 0}
            change={(next) => set(phrases.map((other) => (other.key === one.key ? next : other)))}
            up={() => set(phrases.with(at, phrases[at - 1]!).with(at - 1, one))}
            remove={() => set(phrases.filter((other) => other.key !== one.key))}
          />
        ))}
      </ol>
      <ActionButton label={t('phrases.add')} icon={IconPlus} onRun={() => set([...phrases, blank(phrases)])} />
      <TextInput label={t('phrases.why')} required {...form.getInputProps('why')} />
    </FormFrame>
  );
}

function blank(phrases: readonly Phrase[]): Phrase {
  const key = freshKey(
    'phrase',
    phrases.map((one) => one.key),
  );
  return { key, situation: 'courtesy', name: noWords, text: noWords, on: true };
}

type OneProps = {
  phrase: Phrase;
  first: boolean;
  change: (next: Phrase) => void;
  up: () => void;
  remove: () => void;
};

/** One phrase: when it is said, its name and its text in each language. */
function One({ phrase, first, change, up, remove }: OneProps) {
  const name = said(phrase.name) || phrase.key;
  return (
    <li>
      <fieldset className={styles['one']}>
        <legend>{name}</legend>
        <div className={styles['head']}>
          <Select
            label={t('phrases.situation')}
            allowDeselect={false}
            data={SITUATIONS.map((value) => ({ value, label: t(`phrases.when_${value}`) }))}
            value={phrase.situation}
            onChange={(value) => change({ ...phrase, situation: (value ?? phrase.situation) as Phrase['situation'] })}
          />
          <Switch
            label={t('phrases.on')}
            checked={phrase.on}
            onChange={(event) => change({ ...phrase, on: event.currentTarget.checked })}
          />
          <ActionButton
            label={t('phrases.move_up', { name })}
            icon={IconArrowUp}
            iconOnly
            kind="quiet"
            refused={first ? t('macros.first') : null}
            onRun={up}
          />
          <ActionButton label={t('phrases.remove', { name })} icon={IconTrash} iconOnly kind="quiet" onRun={remove} />
        </div>
        <div className={styles['words']}>
          {languages.map((one) => (
            <div key={one} lang={languageTags[one]}>
              <TextInput
                label={t('phrases.name_in', { language: languageNames[one] })}
                required
                value={phrase.name[one]}
                onChange={(event) => change({ ...phrase, name: { ...phrase.name, [one]: event.currentTarget.value } })}
              />
              <Textarea
                label={t('phrases.text_in', { language: languageNames[one] })}
                required
                autosize
                minRows={2}
                maxRows={6}
                value={phrase.text[one]}
                onChange={(event) => change({ ...phrase, text: { ...phrase.text, [one]: event.currentTarget.value } })}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </li>
  );
}
