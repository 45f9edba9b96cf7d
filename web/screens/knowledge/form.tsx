import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isCited } from '../../../src/knowledge/article.ts';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import type { Known } from '../../ui/form/known.ts';
import { t } from '../../words/words.ts';
import { ArticleBody } from './article-body.tsx';
import { CitedFields, ExperienceFields, ForWhom, TextFields } from './fields.tsx';
import type { ArticleView } from './knowledge.ts';
import { readable } from '../../matter/written.ts';
import styles from './knowledge.module.css';
import type { Values } from './values.ts';

type Props = {
  /** Under this name what is half written survives reload, device and session. */
  subject: string;
  initial: Values;
  version?: number;
  /** As it stands; left out: a new one. */
  article?: ArticleView;
  submit: string;
  send: (values: Values, options: { key: string }, known: Known<Values>) => Promise<unknown>;
  done: (answer: unknown) => void;
};

const needed = (text: string): string | null => (text.trim() ? null : t('knowledge.needed'));

/** What is missing, by its field; each sort asks for its own. */
function missing(values: Values, isNew: boolean): Record<string, string | null> {
  const note = values.sort === 'experience';
  const cited = isCited(values.sort);
  return {
    [`title.${values.language}`]: needed(values.title[values.language]),
    ...(note ? {} : { [`body.${values.language}`]: needed(values.body[values.language]) }),
    ...(note
      ? {
          customerSort: needed(values.customerSort),
          situation: needed(values.situation),
          wasSaid: needed(values.wasSaid),
          worked: needed(values.worked),
        }
      : {}),
    ...(cited ? { source: needed(values.source), inForceOn: needed(values.inForceOn) } : {}),
    ...(isNew ? {} : { why: needed(values.why) }),
  };
}

/** An article as it is written, and beside it how it will be read. */
export function ArticleForm({ subject, initial, version, article, submit, send, done }: Props) {
  const [view, setView] = useState<'write' | 'preview'>('write');
  const draft = useDraftForm<Values, unknown>({
    subject,
    initial,
    version,
    check: (values) => missing(values, article === undefined),
    send,
    changes: () => [
      'article',
      'commitment',
      'article_reading',
      ...(article ? ([`article/${article.id}`] as const) : []),
    ],
    done,
  });
  const { values } = draft.form;
  return (
    <FormFrame draft={draft} submit={submit}>
      <Choices
        label={t('knowledge.shown')}
        options={[
          { value: 'write', label: t('knowledge.writing') },
          { value: 'preview', label: t('knowledge.preview') },
        ]}
        value={view}
        onChange={(next) => setView(next ?? 'write')}
      />
      {view === 'preview' ? (
        <section className={styles['preview']} aria-label={t('knowledge.preview')}>
          <h2>{readable(values.title, values) || t('knowledge.untitled')}</h2>
          <ArticleBody article={values} />
        </section>
      ) : (
        <Fields draft={draft} article={article} />
      )}
    </FormFrame>
  );
}

function Fields({ draft, article }: { draft: DraftForm<Values>; article: ArticleView | undefined }) {
  const { form } = draft;
  const { sort } = form.values;
  const adopted = article?.amendments.filter(
    (one) => one.carriedIn === null && one.decision !== null && one.decision !== 'declined',
  );
  return (
    <>
      <ForWhom draft={draft} />
      <TextFields draft={draft} />
      {sort === 'experience' ? <ExperienceFields draft={draft} /> : null}
      {sort === 'experience' ? null : <CitedFields draft={draft} needed={isCited(sort)} />}
      {adopted && adopted.length > 0 ? (
        <Checkbox.Group label={t('knowledge.carries')} {...form.getInputProps('amendments')}>
          {adopted.map((one) => (
            <Checkbox key={one.id} value={one.id} label={`${one.by.name}: ${one.proposed}`} />
          ))}
        </Checkbox.Group>
      ) : null}
      {article ? (
        <TextInput label={t('calendars.why')} required maxLength={200} {...form.getInputProps('why')} />
      ) : null}
    </>
  );
}
