import { Checkbox, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ArticleSort } from '../../../src/knowledge/article.ts';
import { ARTICLE_SORTS, AUDIENCES } from '../../../src/knowledge/article.ts';
import { useDesk } from '../../matter/kinds.ts';
import { useRight } from '../../session/session.ts';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { byName } from '../../ui/time.ts';
import type { Language } from '../../words/languages.ts';
import { languageNames, languages, languageTags } from '../../words/languages.ts';
import { said, t } from '../../words/words.ts';
import { usePosts } from '../administration/people/people.ts';
import { sortWords } from './knowledge.ts';
import styles from './knowledge.module.css';
import type { Values } from './values.ts';

type Props = { draft: DraftForm<Values> };

/** What sort it is, for whom, and who answers for it. Whoever may only write notes of experience chooses nothing else. */
export function ForWhom({ draft: { form } }: Props) {
  const mayWrite = useRight('knowledge.write');
  const mayPublish = useRight('knowledge.publish');
  const { departments, people } = useDesk();
  const posts = usePosts();
  const { sort, audience } = form.values;
  const sorts: readonly ArticleSort[] = mayWrite
    ? ARTICLE_SORTS.filter((one) => one !== 'rules' || mayPublish || one === sort)
    : ['experience'];
  const owners = [
    {
      group: t('knowledge.people'),
      items: [...people]
        .sort((a, b) => byName(a.name, b.name))
        .map((one) => ({ value: `person:${one.id}`, label: one.name })),
    },
    {
      group: t('knowledge.posts'),
      items: posts.map((one) => ({ value: `post:${one.id}`, label: said(one.name) })),
    },
  ];
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('knowledge.sort')}
        data={sorts.map((value) => ({ value, label: sortWords(value) }))}
        {...form.getInputProps('sort')}
      />
      {sort === 'experience' ? null : (
        <>
          <NativeSelect
            label={t('knowledge.audience')}
            description={mayPublish ? null : t('knowledge.public_why')}
            data={AUDIENCES.filter((one) => mayPublish || one === 'staff' || one === audience).map((value) => ({
              value,
              label: t(`knowledge.audience_${value}`),
            }))}
            {...form.getInputProps('audience')}
          />
          <Select
            label={t('knowledge.department')}
            placeholder={t('knowledge.everybody')}
            clearable
            disabled={audience === 'public'}
            data={departments.map((one) => ({ value: one.id, label: said(one.name) }))}
            {...form.getInputProps('departmentId')}
          />
          <Select
            label={t('knowledge.owner')}
            description={t('knowledge.owner_why')}
            placeholder={t('knowledge.owner_me')}
            clearable
            searchable
            data={owners}
            {...form.getInputProps('owner')}
          />
          {mayPublish && audience === 'staff' ? (
            <Checkbox
              label={t('knowledge.must_read')}
              description={t('knowledge.must_read_why')}
              {...form.getInputProps('mustRead', { type: 'checkbox' })}
            />
          ) : null}
        </>
      )}
    </div>
  );
}

/** Title and text, one language after the other; the one it is written in must be there. */
export function TextFields({ draft: { form } }: Props) {
  const { language: written, sort } = form.values;
  const [shown, setShown] = useState<Language>(written);
  return (
    <>
      <NativeSelect
        label={t('knowledge.written_in')}
        description={t('knowledge.written_in_why')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={written}
        onChange={({ currentTarget: { value } }) => {
          form.setFieldValue('language', value as Language);
          setShown(value as Language);
        }}
      />
      <Choices
        label={t('knowledge.text_in')}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={shown}
        onChange={(value) => setShown(value ?? written)}
      />
      <TextInput
        key={`title.${shown}`}
        label={t('knowledge.title')}
        required={shown === written}
        maxLength={200}
        lang={languageTags[shown]}
        {...form.getInputProps(`title.${shown}`)}
      />
      <Textarea
        key={`body.${shown}`}
        label={t('knowledge.body')}
        description={t('knowledge.body_why')}
        required={shown === written && sort !== 'experience'}
        autosize
        minRows={sort === 'experience' ? 3 : 10}
        maxRows={30}
        maxLength={20_000}
        lang={languageTags[shown]}
        {...form.getInputProps(`body.${shown}`)}
      />
    </>
  );
}

/** Where it is said and since when it holds, so that an answer can cite it (KNOW-03). */
export function CitedFields({ draft: { form }, needed }: Props & { needed: boolean }) {
  return (
    <div className={styles['fields']}>
      <TextInput
        label={t('knowledge.source')}
        description={t('knowledge.source_why')}
        required={needed}
        maxLength={300}
        {...form.getInputProps('source')}
      />
      <TextInput
        label={t('knowledge.in_force_on')}
        type="date"
        required={needed}
        {...form.getInputProps('inForceOn')}
      />
    </div>
  );
}

/** How it was with a kind of customer, what was said and what worked (KNOW-08). */
export function ExperienceFields({ draft: { form } }: Props) {
  return (
    <>
      <TextInput
        label={t('knowledge.customer_sort')}
        required
        maxLength={100}
        {...form.getInputProps('customerSort')}
      />
      {(
        [
          ['situation', 'knowledge.situation'],
          ['wasSaid', 'knowledge.was_said'],
          ['worked', 'knowledge.worked'],
        ] as const
      ).map(([key, label]) => (
        <Textarea
          key={key}
          label={t(label)}
          required
          autosize
          minRows={2}
          maxLength={4000}
          {...form.getInputProps(key)}
        />
      ))}
    </>
  );
}
