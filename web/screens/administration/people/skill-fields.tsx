import { Checkbox, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDesk } from '../../../matter/kinds.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import type { PersonValues } from './person-values.ts';

/** What somebody is good at: kinds of matter by a tick, languages and the rest in words. */
export function SkillFields({ form }: { form: UseFormReturnType<PersonValues> }) {
  const { items } = useDesk();
  return (
    <>
      <Checkbox.Group label={t('people.skilled_in')} {...form.getInputProps('kinds')}>
        <div className={styles['ticks']}>
          {items.map((kind) => (
            <Checkbox key={kind.key} value={kind.key} label={said(kind.name)} />
          ))}
        </div>
      </Checkbox.Group>
      <Textarea
        label={t('people.skills_others')}
        description={t('people.skills_how')}
        autosize
        minRows={2}
        {...form.getInputProps('others')}
      />
    </>
  );
}
