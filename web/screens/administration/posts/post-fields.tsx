import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { NameFields } from '../names-fields.tsx';
import { useDepartments, usePosts } from '../people/people.ts';
import type { PostValues, Scope } from './post-values.ts';
import { rights, rightWords, roles, scopes, scopeWords } from './post-values.ts';

type Form = { form: UseFormReturnType<PostValues> };

export function PostFields({ form, self }: Form & { self: string }) {
  const departments = useDepartments().filter((one) => !one.closed);
  const posts = usePosts().filter((one) => !one.closed && one.id !== self);
  const choice = (items: readonly { id: string; name: Parameters<typeof said>[0] }[]) => [
    { value: '', label: t('posts.none') },
    ...items.map((one) => ({ value: one.id, label: said(one.name) })),
  ];
  return (
    <div className={styles['stack']}>
      <NameFields
        label={t('posts.name')}
        value={form.getValues().name}
        change={(name) => form.setFieldValue('name', name)}
        error={form.errors['name']}
      />
      <div className={styles['fields']}>
        <NativeSelect
          label={t('people.department')}
          data={choice(departments)}
          {...form.getInputProps('departmentId')}
        />
        <NativeSelect
          label={t('posts.role')}
          data={roles.map((one) => ({ value: one, label: t(`posts.role_${one}`) }))}
          {...form.getInputProps('role')}
        />
        <NativeSelect label={t('posts.superior')} data={choice(posts)} {...form.getInputProps('superiorPostId')} />
        <TextInput
          type="number"
          min={0}
          max={9}
          label={t('posts.most_deputies')}
          value={String(form.getValues().mostDeputies)}
          error={form.errors['mostDeputies']}
          onChange={(event) => form.setFieldValue('mostDeputies', Number(event.currentTarget.value))}
        />
      </div>
      <Checkbox
        size="md"
        label={t('posts.never_empty')}
        description={t('posts.never_empty_why')}
        {...form.getInputProps('neverEmpty', { type: 'checkbox' })}
      />
    </div>
  );
}

/** Each right with how far it reaches; nothing chosen is not held. */
export function RightsFields({ form }: Form) {
  const held = form.getValues().rights;
  const set = (right: (typeof rights)[number], scope: string) => {
    const { [right]: _, ...others } = held;
    form.setFieldValue('rights', scope ? { ...others, [right]: scope as Scope } : others);
  };
  return (
    <div className={styles['fields']}>
      {rights.map((right) => (
        <NativeSelect
          key={right}
          label={rightWords(right)}
          value={held[right] ?? ''}
          onChange={(event) => set(right, event.currentTarget.value)}
          data={[
            { value: '', label: t('posts.scope_none') },
            ...scopes.map((one) => ({ value: one, label: scopeWords(one) })),
          ]}
        />
      ))}
    </div>
  );
}
