import { NativeSelect } from '@mantine/core';
import type { Stage } from '../../../../src/pack/format.ts';
import type { StageClass } from '../../../../src/pack/kind-shape.ts';
import { useDesk } from '../../../matter/kinds.ts';
import { Notice, Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { ListEditor } from '../list-editor.tsx';
import { nameProblem, NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { KeyField } from './key-field.tsx';
import { classWords, freshKey, noWords, options, stageClasses } from './kind-words.ts';
import type { ListPartProps } from './part.ts';

/** Its course: the stages, what the core sees in each, and where one may go from it. */
export function StagesPart({ kind, change, known, wrong }: ListPartProps) {
  const saved = new Set(known.stages.map((stage) => stage.key));
  const keys = kind.stages.map((stage) => stage.key);
  const make = (): Stage => ({ key: freshKey('stage', keys), name: noWords, class: 'active', next: [] });
  /** A stage taken away leads nowhere any more, and nothing is needed for it. */
  const set = (stages: Stage[]) => {
    const there = new Set(stages.map((stage) => stage.key));
    const fields = kind.fields.map(({ requiredAt, ...field }) => {
      const left = requiredAt?.filter((one) => there.has(one.stage)) ?? [];
      return left.length > 0 ? { ...field, requiredAt: left } : field;
    });
    const courses = stages.map((stage) => ({ ...stage, next: stage.next.filter((next) => there.has(next)) }));
    change({ ...kind, fields, stages: courses });
  };
  return (
    <Section title={t('kinds.stages')}>
      {wrong('stages').length > 0 ? <Notice tone="late">{wrong('stages').join(' ')}</Notice> : null}
      <ListEditor
        items={kind.stages}
        change={set}
        nameOf={(stage) => said(stage.name) || stage.key}
        keyOf={(_, at) => String(at)}
        add={{ label: t('kinds.add_stage'), make }}
        wrong={(stage) => wrong(`stages.${stage.key}`)}
      >
        {(stage, put) => (
          <div className={styles['stack']}>
            <NameFields
              label={t('posts.name')}
              value={stage.name}
              change={(name) => put({ ...stage, name })}
              error={nameProblem(stage.name)}
            />
            <KeyField value={stage.key} fixed={saved.has(stage.key)} change={(key) => put({ ...stage, key })} />
            <ClassAndPause stage={stage} put={put} />
            <Ticks
              label={t('kinds.next')}
              options={kind.stages
                .filter((one) => one.key !== stage.key)
                .map((one) => ({ value: one.key, label: said(one.name) || one.key }))}
              value={stage.next}
              change={(next) => put({ ...stage, next })}
            />
          </div>
        )}
      </ListEditor>
    </Section>
  );
}

function ClassAndPause({ stage, put }: { stage: Stage; put: (stage: Stage) => void }) {
  const { pauses } = useDesk();
  const { pause, ...rest } = stage;
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('kinds.class')}
        description={t('kinds.class_why')}
        value={stage.class}
        data={options(stageClasses, classWords)}
        onChange={(event) => put({ ...stage, class: event.currentTarget.value as StageClass })}
      />
      <NativeSelect
        label={t('kinds.pause')}
        description={t('kinds.pause_why')}
        value={pause ?? ''}
        data={[
          { value: '', label: t('kinds.no_pause') },
          ...pauses.map((one) => ({ value: one.key, label: said(one.name) })),
        ]}
        onChange={(event) => put(event.currentTarget.value ? { ...rest, pause: event.currentTarget.value } : rest)}
      />
    </div>
  );
}
