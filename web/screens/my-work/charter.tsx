import { Textarea, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { charterOut } from '../../../src/charter/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Facts } from '../../ui/section.tsx';
import { listWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { languageNames, languages, languageTags } from '../../words/languages.ts';
import { said, t } from '../../words/words.ts';
import styles from './charter.module.css';

type Answer = z.output<typeof charterOut>;
type Worded = NonNullable<Answer['charter']>;

/** What the house stands for, above one's own work: its tenet in a line, the rest one tap behind it (QUAL-12). */
export function Charter() {
  const { data } = useRead<Answer>('charter', { about: ['kind'], keep: true });
  const [editing, edit] = useState(false);
  if (!data) return null;
  const { charter, can } = data;
  const button =
    can['change'] === null ? (
      <ActionButton
        label={t(charter ? 'charter.change' : 'charter.write')}
        icon={IconPencil}
        kind="quiet"
        onRun={() => edit(true)}
      />
    ) : null;
  if (!charter && !button) return null;
  return (
    <div className={styles['charter']}>
      {charter ? (
        <details>
          <summary>{said(charter.tenet)}</summary>
          <Facts
            lines={[
              { label: t('charter.goal'), value: said(charter.goal) },
              { label: t('charter.customers'), value: said(charter.customers) },
              { label: t('charter.values'), value: listWords(charter.values.map((one) => said(one))) },
            ]}
          />
          {button}
        </details>
      ) : (
        button
      )}
      <Dialog opened={editing} close={() => edit(false)} title={t('charter.change')}>
        <CharterForm answer={data} close={() => edit(false)} />
      </Dialog>
    </div>
  );
}

const nothing = { en: '', 'zh-hans': '', 'zh-hant': '' };
const blank: Worded = { tenet: nothing, goal: nothing, customers: nothing, values: [] };
const parts = ['tenet', 'goal', 'customers'] as const;

function CharterForm({ answer, close }: { answer: Answer; close: () => void }) {
  const draft = useDraftForm<{ charter: Worded; why: string }, unknown>({
    subject: 'charter',
    initial: { charter: answer.charter ?? blank, why: '' },
    version: answer.version,
    check: ({ why }) => ({ why: why.trim() ? null : t('ticket.needed') }),
    send: ({ charter, why }, options, known) => api.put('charter', { charter, why, seen: known.version }, options),
    changes: () => ['kind'],
    done: () => {
      say(t('charter.changed'));
      close();
    },
  });
  const { form } = draft;
  const { charter } = form.values;
  const set = (change: Partial<Worded>) => form.setFieldValue('charter', { ...charter, ...change });
  return (
    <FormFrame draft={draft} submit={t('ticket.save')}>
      {languages.map((language) => (
        <fieldset key={language} lang={languageTags[language]} className={styles['language']}>
          <legend>{languageNames[language]}</legend>
          {parts.map((part) => (
            <TextInput
              key={part}
              label={t(`charter.${part}`)}
              required
              value={charter[part][language]}
              onChange={(event) => set({ [part]: { ...charter[part], [language]: event.currentTarget.value } })}
            />
          ))}
          <Textarea
            label={t('charter.values')}
            description={t('charter.values_why')}
            autosize
            minRows={3}
            value={charter.values.map((one) => one[language]).join('\n')}
            onChange={(event) => set({ values: withLines(charter.values, language, event.currentTarget.value) })}
          />
        </fieldset>
      ))}
      <TextInput label={t('charter.why')} required {...form.getInputProps('why')} />
    </FormFrame>
  );
}

/** The nth line of each language is the same value. */
function withLines(values: Worded['values'], language: (typeof languages)[number], text: string): Worded['values'] {
  const lines = text === '' ? [] : text.split('\n');
  const longest = Math.max(lines.length, ...languages.map((one) => (one === language ? 0 : filledOf(values, one))));
  return Array.from({ length: longest }, (_, at) => ({ ...(values[at] ?? nothing), [language]: lines[at] ?? '' }));
}

function filledOf(values: Worded['values'], language: (typeof languages)[number]): number {
  return values.findLastIndex((one) => one[language] !== '') + 1;
}
