import { Checkbox } from '@mantine/core';
import { untranslated } from '../../../../src/kernel/words.ts';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import { freshKey } from '../kinds/kind-words.ts';
import { ListEditor } from '../list-editor.tsx';
import { NameFields } from '../names-fields.tsx';
import { usePosts } from '../people/people.ts';
import { Ticks } from '../ticks.tsx';
import { ClassFields } from './class-fields.tsx';
import { LimitFields } from './limit-fields.tsx';

type Props = { settings: Settings; change: (settings: Settings) => void };
type Class = NonNullable<Settings['customerClasses']>[number];
type Part = NonNullable<Settings['customerArchive']>['parts'][number];

const keysOf = (all: readonly { key: string }[]) => all.map(({ key }) => key);

/** Classes of customers with their standards, whose customers are whose, and what their archives hold. */
export function CustomerFields({ settings, change }: Props) {
  const { customerClasses = [], limits } = settings;
  return (
    <Section title={t('custodians.settings')} aside={t('custodians.settings_why')}>
      <ListEditor<Class>
        items={customerClasses}
        change={(next) => change({ ...settings, customerClasses: next })}
        nameOf={(one) => said(one.name)}
        keyOf={(one) => one.key}
        add={{
          label: t('custodians.class_add'),
          make: () => ({
            key: freshKey('class', keysOf(customerClasses)),
            name: untranslated(t('custodians.class_new')),
            limits: [],
            contact: null,
            services: [],
          }),
        }}
      >
        {(one, set) => <ClassFields one={one} usual={limits.careCall ?? limits.signVisit} change={set} />}
      </ListEditor>
      <Custodians settings={settings} change={change} />
      <Archive settings={settings} change={change} />
    </Section>
  );
}

function Custodians({ settings, change }: Props) {
  const posts = usePosts().filter(({ closed }) => !closed);
  const { limits, custodians = { posts: [], firstContact: limits.careCall ?? limits.signVisit } } = settings;
  const set = (next: Partial<typeof custodians>) => {
    const { custodians: _, ...rest } = settings;
    const now = { ...custodians, ...next };
    change(now.posts.length === 0 ? rest : { ...rest, custodians: now });
  };
  return (
    <>
      <Ticks
        label={t('custodians.settings_posts')}
        options={posts.map(({ key, name }) => ({ value: key, label: said(name) }))}
        value={custodians.posts}
        change={(chosen) => set({ posts: chosen })}
      />
      <LimitFields
        title={t('custodians.settings_first')}
        limit={custodians.firstContact}
        change={(firstContact) => set({ firstContact })}
        may
      />
    </>
  );
}

function Archive({ settings, change }: Props) {
  const { limits, customerArchive = { parts: [], tend: limits.careCall ?? limits.signVisit } } = settings;
  const { parts } = customerArchive;
  const set = (next: Partial<typeof customerArchive>) => {
    const { customerArchive: _, ...rest } = settings;
    const now = { ...customerArchive, ...next };
    change(now.parts.length === 0 ? rest : { ...rest, customerArchive: now });
  };
  return (
    <>
      <h3>{t('custodians.settings_parts')}</h3>
      <ListEditor<Part>
        items={parts}
        change={(next) => set({ parts: next })}
        nameOf={(one) => said(one.name)}
        keyOf={(one) => one.key}
        add={{
          label: t('custodians.settings_part_add'),
          make: () => ({
            key: freshKey('part', keysOf(parts)),
            name: untranslated(t('custodians.settings_part_new')),
            required: true,
          }),
        }}
      >
        {(one, replace) => (
          <>
            <NameFields label={t('posts.name')} value={one.name} change={(name) => replace({ ...one, name })} />
            <Checkbox
              label={t('custodians.settings_required')}
              checked={one.required}
              onChange={(event) => replace({ ...one, required: event.currentTarget.checked })}
            />
          </>
        )}
      </ListEditor>
      <LimitFields
        title={t('custodians.settings_tend')}
        limit={customerArchive.tend}
        change={(tend) => set({ tend })}
        may
      />
    </>
  );
}
