import { Checkbox, NativeSelect } from '@mantine/core';
import { untranslated } from '../../../../src/kernel/words.ts';
import type { Settings } from '../../../../src/pack/settings-shape.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { freshKey } from '../kinds/kind-words.ts';
import { ListEditor } from '../list-editor.tsx';
import { NameFields } from '../names-fields.tsx';
import { AnyPost } from './any-post.tsx';
import { LimitFields } from './limit-fields.tsx';

type Props = { settings: Settings; change: (settings: Settings) => void };
type Sort = NonNullable<Settings['meetings']>[number];

const INTERVALS = ['week', 'month', 'quarter'] as const;

/** Which meetings the house holds, who calls each, and how often one is owed (MEET-01). */
export function MeetingFields({ settings, change }: Props) {
  const meetings = settings.meetings ?? [];
  return (
    <Section title={t('limits.meetings')} aside={t('limits.meetings_why')}>
      <ListEditor<Sort>
        items={meetings}
        change={(next) => change({ ...settings, meetings: next })}
        nameOf={(one) => said(one.name)}
        keyOf={(one) => one.key}
        add={{ label: t('limits.meeting_add'), make: () => another(settings) }}
      >
        {(sort, set) => <SortFields sort={sort} change={set} />}
      </ListEditor>
    </Section>
  );
}

/** One more, with a key of its own, to be filled in. */
function another({ meetings = [], limits }: Settings): Sort {
  const sign = limits.reviewDocument ?? limits.verifyNotice;
  return {
    key: freshKey(
      'meeting',
      meetings.map(({ key }) => key),
    ),
    name: untranslated(t('limits.meeting_new')),
    calls: 'centre_manager',
    of: 'centre',
    every: null,
    outsiders: false,
    ladder: sign.ladder,
    sign,
  };
}

function SortFields({ sort, change }: { sort: Sort; change: (sort: Sort) => void }) {
  return (
    <>
      <NameFields label={t('posts.name')} value={sort.name} change={(name) => change({ ...sort, name })} />
      <div className={styles['fields']}>
        <NativeSelect
          label={t('limits.meeting_often')}
          value={sort.every ?? ''}
          onChange={(event) => change({ ...sort, every: (event.currentTarget.value || null) as Sort['every'] })}
          data={[
            { value: '', label: t('limits.meeting_never') },
            ...INTERVALS.map((value) => ({ value, label: t(`papers.every_${value}`) })),
          ]}
        />
        <AnyPost label={t('limits.meeting_calls')} value={sort.calls} change={(calls) => change({ ...sort, calls })} />
        <NativeSelect
          label={t('limits.report_of')}
          value={sort.of}
          onChange={(event) => change({ ...sort, of: event.currentTarget.value as Sort['of'] })}
          data={(['centre', 'department'] as const).map((value) => ({ value, label: t(`limits.report_of_${value}`) }))}
        />
      </div>
      <Checkbox
        label={t('limits.meeting_outsiders')}
        checked={sort.outsiders}
        onChange={(event) => change({ ...sort, outsiders: event.currentTarget.checked })}
      />
      <LimitFields
        title={t('limits.meeting_sign')}
        limit={sort.sign}
        change={(sign) => change({ ...sort, sign })}
        may
      />
    </>
  );
}
