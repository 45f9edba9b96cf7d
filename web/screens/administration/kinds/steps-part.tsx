import { NativeSelect } from '@mantine/core';
import type { Kind } from '../../../../src/pack/format.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { ListEditor } from '../list-editor.tsx';
import { nameProblem, NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { freshKey, guards, guardWords, moments, momentWords, noWords, options } from './kind-words.ts';
import type { ListPartProps } from './part.ts';

type Step = Kind['steps'][number];

/** What the customer sees of its course. */
export function StepsPart({ kind, change }: ListPartProps) {
  const keys = kind.steps.map((step) => step.key);
  return (
    <Section title={t('kinds.steps')}>
      <ListEditor<Step>
        items={kind.steps}
        change={(steps) => change({ ...kind, steps })}
        nameOf={(step) => said(step.name) || step.key}
        keyOf={(_, at) => String(at)}
        add={{
          label: t('kinds.add_step'),
          make: () => ({ key: freshKey('step', keys), name: noWords, doneBy: 'resolved' }),
        }}
      >
        {(step, put) => (
          <div className={styles['stack']}>
            <NameFields
              label={t('posts.name')}
              value={step.name}
              change={(name) => put({ ...step, name })}
              error={nameProblem(step.name)}
            />
            <NativeSelect
              label={t('kinds.done_by')}
              value={step.doneBy}
              data={options([...moments, 'visited'] as const, momentWords)}
              onChange={(event) => put({ ...step, doneBy: event.currentTarget.value as Step['doneBy'] })}
            />
          </div>
        )}
      </ListEditor>
    </Section>
  );
}

/** What must be true before resolving and closing. */
export function GuardsPart({ kind, change, wrong }: ListPartProps) {
  const faults = wrong('guards');
  return (
    <Section title={t('kinds.guards')}>
      {faults.map((fault) => (
        <p key={fault} role="alert" className={styles['wrong']}>
          {fault}
        </p>
      ))}
      {(['resolve', 'close'] as const).map((when) => (
        <Ticks
          key={when}
          label={t(`kinds.before_${when}`)}
          options={options(guards, guardWords)}
          value={kind.guards[when]}
          change={(chosen) => change({ ...kind, guards: { ...kind.guards, [when]: chosen } })}
        />
      ))}
    </Section>
  );
}
