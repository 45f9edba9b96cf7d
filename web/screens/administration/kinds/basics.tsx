import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { Kind } from '../../../../src/pack/format.ts';
import { iconNames, KindIcon } from '../../../matter/kind-icon.tsx';
import { useDesk } from '../../../matter/kinds.ts';
import { urgencies, urgencyWords } from '../../../matter/words.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { nameProblem, NameFields } from '../names-fields.tsx';
import { Flag } from './flag.tsx';
import { counted, countedWords, options, pictureWords } from './kind-words.ts';
import type { PartProps } from './part.ts';

/** What it is called, when it is chosen, how it is counted, where it goes. */
export function Basics({ kind, change }: PartProps) {
  const { departments } = useDesk();
  const flag = (key: 'needsPlace' | 'needsCustomer') => (
    <Checkbox
      key={key}
      label={t(`kinds.${key}`)}
      checked={kind[key]}
      onChange={(event) => change({ ...kind, [key]: event.currentTarget.checked })}
    />
  );
  return (
    <Section title={t('kinds.basics')}>
      <div className={styles['stack']}>
        <NameFields
          label={t('posts.name')}
          value={kind.name}
          change={(name) => change({ ...kind, name })}
          error={nameProblem(kind.name)}
        />
        <NameFields
          label={t('limits.about')}
          value={kind.about}
          change={(about) => change({ ...kind, about })}
          error={nameProblem(kind.about)}
        />
        <div className={styles['fields']}>
          <NativeSelect
            label={t('kinds.counted_as')}
            value={kind.type}
            data={options(counted, countedWords)}
            onChange={(event) => change({ ...kind, type: event.currentTarget.value as Kind['type'] })}
          />
          <NativeSelect
            label={t('people.department')}
            value={kind.department}
            data={departments.map((one) => ({ value: one.key, label: said(one.name) }))}
            onChange={(event) => change({ ...kind, department: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('matter.urgency')}
            value={kind.urgency}
            data={options(urgencies, urgencyWords)}
            onChange={(event) => change({ ...kind, urgency: event.currentTarget.value as Kind['urgency'] })}
          />
          <NativeSelect
            label={t('kinds.icon')}
            value={kind.icon}
            leftSection={<KindIcon icon={kind.icon} size={16} />}
            data={options([...new Set([...iconNames, kind.icon])], pictureWords)}
            onChange={(event) => change({ ...kind, icon: event.currentTarget.value })}
          />
          <Digit kind={kind} change={change} />
        </div>
        <div className={styles['ticks']}>
          {flag('needsPlace')}
          {flag('needsCustomer')}
          <Flag of={kind} name="retired" set={change} label={t('kinds.retired')} description={t('kinds.retired_why')} />
        </div>
      </div>
    </Section>
  );
}

function Digit({ kind, change }: PartProps) {
  return (
    <TextInput
      label={t('kinds.digit')}
      maxLength={1}
      value={kind.digit ?? ''}
      onChange={(event) => {
        const { digit: _, ...rest } = kind;
        const digit = event.currentTarget.value.replace(/\D/g, '');
        change(digit ? { ...rest, digit } : rest);
      }}
    />
  );
}
