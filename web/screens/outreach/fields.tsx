import { Checkbox, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { z } from 'zod';
import type { offeredOut } from '../../../src/phrase/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { useRead } from '../../server/queries.ts';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { Section } from '../../ui/section.tsx';
import { languageNames, languages, languageTags } from '../../words/languages.ts';
import { said, t } from '../../words/words.ts';
import { kinds, kindWords, quietOptions, relations, relationWords } from '../customers/customers.ts';
import styles from './outreach.module.css';
import type { Values } from './values.ts';
import { places } from './values.ts';

type FieldsProps = { draft: DraftForm<Values>; customerName: string };

const PACES = ['30', '60', '120', '300', '600'];

export function OutreachFields({ draft: { form }, customerName }: FieldsProps) {
  const { people } = useDesk();
  const callers = peopleOptions(people);
  return (
    <>
      <TextInput
        label={t('outreach.name')}
        description={t('outreach.name_hint')}
        required
        maxLength={200}
        {...form.getInputProps('name')}
      />
      <Section title={t('outreach.whom')}>
        {form.values.customer ? <p>{t('outreach.one_customer', { name: customerName })}</p> : <Whom form={form} />}
      </Section>
      <Section title={t('outreach.text')}>
        <Said form={form} />
      </Section>
      <div className={styles['whom']}>
        <NativeSelect
          label={t('outreach.per_hour')}
          description={t('outreach.per_hour_why')}
          data={PACES}
          {...form.getInputProps('perHour')}
        />
        <Select
          label={t('outreach.caller')}
          description={t('outreach.caller_why')}
          data={callers}
          searchable
          clearable
          {...form.getInputProps('callerId')}
        />
      </div>
    </>
  );
}

type Form = DraftForm<Values>['form'];

function Whom({ form }: { form: Form }) {
  const all = { value: '', label: t('outreach.all_customers') };
  return (
    <>
      <div className={styles['whom']}>
        <NativeSelect
          label={t('customers.kind')}
          data={[all, ...kinds.map((value) => ({ value, label: kindWords(value) }))]}
          {...form.getInputProps('kind')}
        />
        <NativeSelect
          label={t('customers.relation_is')}
          data={[all, ...relations.map((value) => ({ value, label: relationWords(value) }))]}
          {...form.getInputProps('relation')}
        />
        <NativeSelect label={t('customers.quiet')} data={[all, ...quietOptions()]} {...form.getInputProps('quiet')} />
      </div>
      <Checkbox label={t('outreach.only_vip')} {...form.getInputProps('vip', { type: 'checkbox' })} />
    </>
  );
}

/** A phrase of the house to begin with, and the words in every language. */
function Said({ form }: { form: Form }) {
  const { data } = useRead<z.output<typeof offeredOut>>('phrases/offered', { about: ['kind'] });
  const templates = (data?.items ?? []).filter((one) => one.situation === 'care');
  const begin = (key: string) => {
    const chosen = templates.find((one) => one.key === key);
    if (chosen) form.setValues({ subject: chosen.name, text: chosen.text });
  };
  return (
    <>
      {templates.length > 0 ? (
        <NativeSelect
          label={t('outreach.template')}
          data={[
            { value: '', label: t('outreach.template_none') },
            ...templates.map((one) => ({ value: one.key, label: said(one.name) })),
          ]}
          onChange={({ currentTarget: { value } }) => begin(value)}
        />
      ) : null}
      <p className="dim">{t('outreach.places', places)}</p>
      <div className={styles['words']}>
        {languages.map((one) => (
          <div key={one} lang={languageTags[one]}>
            <TextInput
              label={t('outreach.subject_in', { language: languageNames[one] })}
              required
              maxLength={200}
              {...form.getInputProps(`subject.${one}`)}
              error={form.values.subject[one].trim() ? null : form.errors['subject']}
            />
            <Textarea
              label={t('outreach.text_in', { language: languageNames[one] })}
              required
              autosize
              minRows={4}
              maxRows={10}
              {...form.getInputProps(`text.${one}`)}
              error={form.values.text[one].trim() ? null : form.errors['text']}
            />
          </div>
        ))}
      </div>
    </>
  );
}
