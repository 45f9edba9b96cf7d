import { NativeSelect } from '@mantine/core';
import type { Field } from '../../../../src/pack/format.ts';
import { Section } from '../../../ui/section.tsx';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { Fold } from '../fold.tsx';
import { ListEditor } from '../list-editor.tsx';
import { nameProblem, NameFields } from '../names-fields.tsx';
import { Ticks } from '../ticks.tsx';
import { ChoiceFailed } from './choice-failed.tsx';
import { FieldWhen } from './field-when.tsx';
import { Anew, Flag } from './flag.tsx';
import { HintOf } from './hint-of.tsx';
import { KeyField } from './key-field.tsx';
import { fieldTypes, fieldTypeWords, freshKey, noWords, options } from './kind-words.ts';
import type { ListPartProps } from './part.ts';

/** What is asked besides title and need: in which order, when, and for what it may not be empty. */
export function FieldsPart({ kind, change, known, wrong }: ListPartProps) {
  const saved = new Set(known.fields.map((field) => field.key));
  const make = (): Field => ({
    key: freshKey(
      'field',
      kind.fields.map((field) => field.key),
    ),
    name: noWords,
    type: 'text',
    at: 'ticket',
  });
  return (
    <Section title={t('kinds.fields')}>
      <ListEditor
        items={kind.fields}
        change={(fields) => change({ ...kind, fields })}
        nameOf={(field) => said(field.name) || field.key}
        keyOf={(_, at) => String(at)}
        add={{ label: t('kinds.add_field'), make }}
        wrong={(field) => wrong(`fields.${field.key}`)}
      >
        {(field, set) => (
          <div className={styles['stack']}>
            <NameFields
              label={t('posts.name')}
              value={field.name}
              change={(name) => set({ ...field, name })}
              error={nameProblem(field.name)}
            />
            <KeyField value={field.key} fixed={saved.has(field.key)} change={(key) => set({ ...field, key })} />
            <Asked field={field} set={set} />
            {field.type === 'choice' ? <ChoicesOf kind={kind} field={field} set={set} /> : null}
            <FieldWhen others={kind.fields.filter((one) => one.key !== field.key)} of={field} set={set} />
            <RequiredAt kind={kind} field={field} set={set} />
            <HintOf of={field} set={set} />
            <Flag of={field} name="indexed" set={set} label={t('kinds.indexed')} description={t('kinds.indexed_why')} />
            <Anew of={field} set={set} />
          </div>
        )}
      </ListEditor>
    </Section>
  );
}

type FieldProps = { field: Field; set: (field: Field) => void };

function Asked({ field, set }: FieldProps) {
  const withRequired = (to: string) => {
    const { requiredFor: _, ...rest } = field;
    set(to ? { ...rest, requiredFor: to as NonNullable<Field['requiredFor']> } : rest);
  };
  const withType = (type: Field['type']) => {
    const { choices, ...rest } = field;
    set(type === 'choice' ? { ...rest, type, choices: choices ?? [] } : { ...rest, type });
  };
  return (
    <div className={styles['fields']}>
      <NativeSelect
        label={t('kinds.type')}
        value={field.type}
        data={options(fieldTypes, fieldTypeWords)}
        onChange={(event) => withType(event.currentTarget.value as Field['type'])}
      />
      <NativeSelect
        label={t('kinds.at')}
        value={field.at}
        data={options(['intake', 'ticket'] as const, (one) => t(`kinds.at_${one}`))}
        onChange={(event) => set({ ...field, at: event.currentTarget.value as Field['at'] })}
      />
      <NativeSelect
        label={t('kinds.required_for')}
        value={field.requiredFor ?? ''}
        data={[
          { value: '', label: t('kinds.required_never') },
          ...options(['open', 'resolve', 'close'] as const, (one) => t(`kinds.required_${one}`)),
        ]}
        onChange={(event) => withRequired(event.currentTarget.value)}
      />
    </div>
  );
}

function ChoicesOf({ kind, field, set }: FieldProps & Pick<ListPartProps, 'kind'>) {
  const choices = field.choices ?? [];
  return (
    <fieldset className={styles['part']}>
      <legend>{t('kinds.choices')}</legend>
      <ListEditor
        items={choices}
        change={(next) => set({ ...field, choices: next })}
        nameOf={(choice) => said(choice.name) || choice.key}
        keyOf={(_, at) => String(at)}
        add={{
          label: t('kinds.add_choice'),
          make: () => ({
            key: freshKey(
              'choice',
              choices.map((one) => one.key),
            ),
            name: noWords,
          }),
        }}
      >
        {(choice, put) => (
          <div className={styles['stack']}>
            <NameFields
              label={t('posts.name')}
              value={choice.name}
              change={(name) => put({ ...choice, name })}
              error={nameProblem(choice.name)}
            />
            {field.at === 'ticket' && kind.workOrder ? <ChoiceFailed kind={kind} choice={choice} put={put} /> : null}
          </div>
        )}
      </ListEditor>
    </fieldset>
  );
}

/** The stages that need it, by coming to them or going on from them. */
function RequiredAt({ kind, field, set }: FieldProps & Pick<ListPartProps, 'kind'>) {
  const change = (on: 'enter' | 'leave', stages: string[]) => {
    const { requiredAt = [], ...rest } = field;
    const next = [...requiredAt.filter((one) => one.on !== on), ...stages.map((stage) => ({ stage, on }))];
    set(next.length > 0 ? { ...rest, requiredAt: next } : rest);
  };
  const chosen = field.requiredAt ?? [];
  return (
    <Fold
      opened={chosen.length > 0}
      summary={<summary className={styles['more']}>{t('kinds.required_at', { count: chosen.length })}</summary>}
    >
      {(['enter', 'leave'] as const).map((on) => (
        <Ticks
          key={on}
          label={t(`kinds.required_${on}`)}
          options={kind.stages.map((stage) => ({ value: stage.key, label: said(stage.name) }))}
          value={chosen.filter((one) => one.on === on).map((one) => one.stage)}
          change={(stages) => change(on, stages)}
        />
      ))}
    </Fold>
  );
}
