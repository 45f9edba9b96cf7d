import { Checkbox, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Refusal } from '../../../src/kernel/refusal.ts';
import { PLACEHOLDERS } from '../../../src/macro/macro.ts';
import { api } from '../../server/api.ts';
import type { Step } from '../../matter/macro-words.ts';
import { refusalWords } from '../../server/refusals.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { t } from '../../words/words.ts';
import type { Macro } from './macros.tsx';
import styles from './macros.module.css';
import { StepFields, stepOf } from './step-fields.tsx';

type Values = { name: string; shared: boolean; steps: Step[] };
type MacroFormProps = { macro: Macro | null; share: Refusal | null; done: () => void };

/** The name, and the steps in their order. */
export function MacroForm({ macro, share, done }: MacroFormProps) {
  const draft = useDraftForm<Values, unknown>({
    subject: macro ? `macro/${macro.id}` : 'macro/new',
    initial: { name: macro?.name ?? '', shared: macro?.shared ?? false, steps: macro?.steps ?? [stepOf('note')] },
    check: ({ name }) => ({ name: name.trim() ? null : t('ticket.needed') }),
    send: ({ name, shared, steps }, options) =>
      macro
        ? api.put(`macros/${macro.id}`, { version: macro.version, name, steps }, options)
        : api.post('macros', { name, shared, steps }, options),
    changes: () => ['macro'],
    done,
  });
  const { form } = draft;
  const { steps } = form.values;
  const set = (next: Step[]) => form.setFieldValue('steps', next);
  const swap = (at: number, by: number) => {
    const next = [...steps];
    [next[at], next[at + by]] = [next[at + by]!, next[at]!];
    set(next);
  };
  return (
    <FormFrame draft={draft} submit={t('ticket.save')}>
      <TextInput label={t('macros.name')} required maxLength={60} data-autofocus {...form.getInputProps('name')} />
      {macro ? null : (
        <Checkbox
          label={t('macros.share')}
          description={share ? refusalWords(share) : t('macros.share_why')}
          disabled={share !== null}
          {...form.getInputProps('shared', { type: 'checkbox' })}
        />
      )}
      <p className="dim">{t('macros.gaps', { list: PLACEHOLDERS.map((gap) => `{${gap}}`).join(' ') })}</p>
      <div className={styles['steps']}>
        {steps.map((step, at) => (
          <StepFields
            // oxlint-disable-next-line react/no-array-index-key -- a step has no other name than its place
            key={at}
            at={at}
            step={step}
            last={at === steps.length - 1}
            change={(next) => set(steps.map((one, place) => (place === at ? next : one)))}
            move={(by) => swap(at, by)}
            remove={() => set(steps.filter((_, place) => place !== at))}
          />
        ))}
      </div>
      <ActionButton
        label={t('macros.add_step')}
        icon={IconPlus}
        kind="quiet"
        refused={steps.length >= 12 ? t('macros.enough_steps') : null}
        onRun={() => set([...steps, stepOf('note')])}
      />
    </FormFrame>
  );
}
