import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../server/api.ts';
import { newId } from '../../../server/ids.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { nowMs } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { languageNames, languages } from '../../../words/languages.ts';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import styles from '../administration.module.css';
import type { Person } from './people.ts';
import { usePosts } from './people.ts';
import type { PersonValues } from './person-values.ts';
import { bodyOf, valuesOf } from './person-values.ts';
import { SkillFields } from './skill-fields.tsx';

export function NewPerson() {
  const [id] = useState(() => newId<'person'>(nowMs()));
  return (
    <Page title={t('people.add')}>
      <AdministrationNav />
      {useDesk().items.length > 0 ? <PersonForm id={id} person={null} /> : <LoadingLines count={10} />}
    </Page>
  );
}

export function EditPerson() {
  const { id } = useParams({ from: '/inside/administration/people/$id/edit' });
  const read = useRead<Person>(`people/${id}`, { about: [`person/${id}`] });
  const ready = useDesk().items.length > 0;
  return (
    <Page title={read.data ? t('people.edit_title', { name: read.data.name }) : t('people.edit')}>
      <AdministrationNav />
      {read.data && ready ? <PersonForm key={id} id={id} person={read.data} /> : null}
      {read.isPending || !ready ? <LoadingLines count={10} /> : null}
      {read.error ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
    </Page>
  );
}

function PersonForm({ id, person }: { id: string; person: Person | null }) {
  const navigate = useNavigate();
  const there = `/administration/people/${id}`;
  const draft = useDraftForm<PersonValues, unknown>({
    subject: person ? `person/${id}/edit` : 'person/new',
    initial: valuesOf(person, useDesk().items),
    version: person?.version,
    check: (values) => ({
      name: values.name.trim() ? null : t('people.name_needed'),
      username: /^[a-z0-9][a-z0-9._-]{1,39}$/.test(values.username.trim().toLowerCase())
        ? null
        : t('people.username_how'),
    }),
    send: (values, options, { version }) =>
      person
        ? api.patch(`people/${id}`, { ...bodyOf(values), seen: version }, options)
        : api.post(
            'people',
            { ...bodyOf(values), id, posts: values.postId ? [{ postId: values.postId }] : [] },
            options,
          ),
    changes: () => ['person', `person/${id}`, 'post'],
    done: () => {
      say(person ? t('people.saved') : t('people.added'));
      void navigate({ to: there });
    },
  });
  const back = () => void navigate({ to: person ? there : '/administration/people' });
  return (
    <FormFrame draft={draft} submit={t('people.save')} beside={<ActionButton label={t('action.back')} onRun={back} />}>
      <Section title={t('people.known')}>
        <PersonFields form={draft.form} fresh={person === null} />
      </Section>
    </FormFrame>
  );
}

function PersonFields({ form, fresh }: { form: UseFormReturnType<PersonValues>; fresh: boolean }) {
  const posts = usePosts().filter((post) => !post.closed && post.can['change'] === null);
  return (
    <div className={styles['stack']}>
      <div className={styles['fields']}>
        <TextInput label={t('people.name')} required maxLength={200} {...form.getInputProps('name')} />
        <TextInput label={t('people.username')} required autoCapitalize="none" {...form.getInputProps('username')} />
        <TextInput type="tel" label={t('people.phone')} {...form.getInputProps('phone')} />
        <TextInput type="email" label={t('people.email')} {...form.getInputProps('email')} />
        <NativeSelect
          label={t('people.language')}
          data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
          {...form.getInputProps('language')}
        />
        {fresh ? (
          <NativeSelect
            label={t('people.first_post')}
            data={[
              { value: '', label: t('people.none_yet') },
              ...posts.map((post) => ({ value: post.id, label: said(post.name) })),
            ]}
            {...form.getInputProps('postId')}
          />
        ) : null}
      </div>
      <SkillFields form={form} />
    </div>
  );
}
