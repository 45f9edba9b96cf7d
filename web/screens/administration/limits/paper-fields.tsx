import { Checkbox } from '@mantine/core';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { untranslated } from '../../../../src/kernel/words.ts';
import { NumberField } from '../../../ui/form/number-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { freshKey } from '../kinds/kind-words.ts';
import { ListEditor } from '../list-editor.tsx';
import { NameFields } from '../names-fields.tsx';
import { AnyPost } from './any-post.tsx';
import { ContractorFields } from './contractor-fields.tsx';
import { MeetingFields } from './meeting-fields.tsx';

type Props = { settings: Settings; change: (settings: Settings) => void };
type Class = NonNullable<Settings['archiveClasses']>[number];

const keysOf = (all: readonly { key: string }[]) => all.map(({ key }) => key);

/** Sorts of meeting, classes of the archives, kinds of body outside, and services of contractors, as the house has them. */
export function PaperFields({ settings, change }: Props) {
  const { archiveClasses = [], liaison = [] } = settings;
  return (
    <>
      <MeetingFields settings={settings} change={change} />
      <Section title={t('limits.classes')} aside={t('limits.classes_why')}>
        <ListEditor<Class>
          items={archiveClasses}
          change={(next) => change({ ...settings, archiveClasses: next })}
          nameOf={(one) => said(one.name)}
          keyOf={(one) => one.key}
          add={{
            label: t('limits.class_add'),
            make: () => ({
              key: freshKey('class', keysOf(archiveClasses)),
              name: untranslated(t('limits.class_new')),
              owner: archiveClasses[0]?.owner ?? 'centre_manager',
              restricted: false,
              keepYears: 5,
            }),
          }}
        >
          {(one, set) => <ClassFields one={one} change={set} />}
        </ListEditor>
      </Section>
      <Section title={t('limits.body_kinds')} aside={t('limits.body_kinds_why')}>
        <ListEditor<NonNullable<Settings['liaison']>[number]>
          items={liaison}
          change={(next) => change({ ...settings, liaison: next })}
          nameOf={(one) => said(one.name)}
          keyOf={(one) => one.key}
          add={{
            label: t('limits.body_kind_add'),
            make: () => ({
              key: freshKey('body', keysOf(liaison)),
              name: untranslated(t('limits.body_kind_new')),
              learns: false,
            }),
          }}
        >
          {(one, set) => (
            <>
              <NameFields label={t('posts.name')} value={one.name} change={(name) => set({ ...one, name })} />
              <Checkbox
                label={t('limits.body_learns')}
                checked={one.learns}
                onChange={(event) => set({ ...one, learns: event.currentTarget.checked })}
              />
            </>
          )}
        </ListEditor>
      </Section>
      <ContractorFields settings={settings} change={change} />
    </>
  );
}

function ClassFields({ one, change }: { one: Class; change: (one: Class) => void }) {
  return (
    <>
      <NameFields label={t('posts.name')} value={one.name} change={(name) => change({ ...one, name })} />
      <div className={styles['fields']}>
        <AnyPost label={t('limits.class_owner')} value={one.owner} change={(owner) => change({ ...one, owner })} />
        <NumberField
          label={t('limits.keep_years')}
          description={t('limits.keep_years_why')}
          value={one.keepYears ?? ''}
          onChange={(years) => change({ ...one, keepYears: years === '' ? null : Number(years) })}
        />
      </div>
      <Checkbox
        label={t('limits.class_restricted')}
        checked={one.restricted}
        onChange={(event) => change({ ...one, restricted: event.currentTarget.checked })}
      />
    </>
  );
}
