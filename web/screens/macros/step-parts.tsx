import { Select, Textarea, TextInput } from '@mantine/core';
import { useDesk } from '../../matter/kinds.ts';
import type { Step } from '../../matter/macro-words.ts';
import { channels, channelWords } from '../../matter/words.ts';
import { StageOfKind } from '../../matter/stage-of-kind.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { said, t } from '../../words/words.ts';

type PartsProps = { step: Step; change: (step: Step) => void };

/** What a step of its sort has. */
export function Fields({ step, change }: PartsProps) {
  const desk = useDesk();
  if (step.do === 'note' || step.do === 'answer')
    return (
      <>
        <Textarea
          label={t('macros.text')}
          autosize
          minRows={2}
          required
          value={step.text}
          onChange={(event) => change({ ...step, text: event.currentTarget.value })}
        />
        {step.do === 'answer' ? (
          <Select
            label={t('matter.said_by')}
            allowDeselect={false}
            data={channels.map((value) => ({ value, label: channelWords(value) }))}
            value={step.channel ?? 'phone'}
            onChange={(value) => value && change({ ...step, channel: value })}
          />
        ) : null}
      </>
    );
  if (step.do === 'field') return <FieldOfKind step={step} change={change} />;
  if (step.do === 'stage') return <Stage step={step} change={change} />;
  if (step.do === 'promise')
    return (
      <>
        <TextInput
          label={t('matter.promise_words')}
          required
          value={step.words}
          onChange={(event) => change({ ...step, words: event.currentTarget.value })}
        />
        <NumberField
          label={t('macros.minutes')}
          min={5}
          value={step.minutes}
          onChange={(value) => change({ ...step, minutes: Number(value) })}
        />
      </>
    );
  if (step.do === 'offer')
    return (
      <>
        <Select
          label={t('ticket.offer_to')}
          searchable
          required
          data={desk.people.map((one) => ({ value: one.id, label: one.name }))}
          value={step.toId || null}
          onChange={(toId) => change({ ...step, toId: toId ?? '' })}
        />
        <TextInput
          label={t('ticket.reason')}
          required
          value={step.reason}
          onChange={(event) => change({ ...step, reason: event.currentTarget.value })}
        />
      </>
    );
  return <Order step={step} change={change} />;
}

type Of<Act extends Step['do']> = { step: Extract<Step, { do: Act }>; change: (step: Step) => void };

function Order({ step, change }: Of<'work_order'>) {
  const desk = useDesk();
  return (
    <>
      <Select
        label={t('matter.department')}
        placeholder={t('macros.own_department')}
        clearable
        data={desk.departments.map((one) => ({ value: one.id, label: said(one.name) }))}
        value={step.departmentId ?? null}
        onChange={(value) => change({ do: 'work_order', task: step.task, ...(value ? { departmentId: value } : {}) })}
      />
      <TextInput
        label={t('macros.task')}
        required
        value={step.task}
        onChange={(event) => change({ ...step, task: event.currentTarget.value })}
      />
    </>
  );
}

/** The fields of all kinds, by their names; on a ticket of a kind without it the step is refused. */
function FieldOfKind({ step, change }: Of<'field'>) {
  const desk = useDesk();
  const fields = [...new Map(desk.items.flatMap((kind) => kind.fields).map((one) => [one.key, one])).values()];
  const field = fields.find((one) => one.key === step.key);
  const choices = field?.choices ?? [];
  return (
    <>
      <Select
        label={t('macros.field')}
        searchable
        required
        data={fields.map((one) => ({ value: one.key, label: said(one.name) }))}
        value={step.key || null}
        onChange={(key) => change({ do: 'field', key: key ?? '', value: '' })}
      />
      {choices.length > 0 ? (
        <Select
          label={t('macros.value')}
          required
          data={choices.map((one) => ({ value: one.key, label: said(one.name) }))}
          value={String(step.value) || null}
          onChange={(value) => change({ ...step, value: value ?? '' })}
        />
      ) : (
        <TextInput
          label={t('macros.value')}
          required
          value={String(step.value)}
          onChange={(event) => change({ ...step, value: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Stage({ step, change }: Of<'stage'>) {
  return <StageOfKind value={step.stage} onChange={(stage) => change({ ...step, stage })} />;
}
