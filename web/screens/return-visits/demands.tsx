import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { FieldInputs } from '../../matter/field-inputs.tsx';
import { isNeeded } from '../../../src/pack/asked.ts';
import { useDesk } from '../../matter/kinds.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { said, t } from '../../words/words.ts';
import type { Answers, Demand } from './make.ts';
import { newDemand } from './make.ts';
import styles from './return-visits.module.css';

type AnswersForm = UseFormReturnType<Answers>;

/** What the customer wants besides: each becomes a ticket of its own, linked to this one. */
export function Demands({ form }: { form: AnswersForm }) {
  const { demands } = form.values;
  const set = (next: Demand[]) => form.setFieldValue('demands', next);
  return (
    <>
      {demands.map((demand, at) => (
        <DemandFields
          key={demand.id}
          form={form}
          at={at}
          change={(change) => set(demands.map((one) => (one.id === demand.id ? { ...one, ...change } : one)))}
          remove={() => set(demands.filter((one) => one.id !== demand.id))}
        />
      ))}
      <div>
        <ActionButton
          label={t('return_visits.add_demand')}
          icon={IconPlus}
          kind="quiet"
          onRun={() => set([...demands, newDemand()])}
        />
      </div>
    </>
  );
}

type DemandFieldsProps = {
  form: AnswersForm;
  at: number;
  change: (change: Partial<Demand>) => void;
  remove: () => void;
};

function DemandFields({ form, at, change, remove }: DemandFieldsProps) {
  const { items } = useDesk();
  const demand = form.values.demands[at]!;
  const kind = items.find((one) => one.key === demand.kind);
  const asked =
    kind?.fields.filter((field) => field.at === 'intake' && isNeeded(field, { by: 'open', to: kind.begins })) ?? [];
  return (
    <fieldset className={styles['part']}>
      <legend>{t('return_visits.demand', { number: at + 1 })}</legend>
      <NativeSelect
        label={t('return_visits.demand_kind')}
        required
        data={[
          { value: '', label: '' },
          ...items.filter((one) => !one.retired).map((one) => ({ value: one.key, label: said(one.name) })),
        ]}
        value={demand.kind}
        onChange={(event) => change({ kind: event.currentTarget.value, fields: {} })}
      />
      <TextInput
        label={t('return_visits.demand_title')}
        required
        maxLength={200}
        value={demand.title}
        error={form.errors[`demands.${at}.title`]}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('return_visits.demand_need')}
        autosize
        minRows={1}
        value={demand.need}
        onChange={(event) => change({ need: event.currentTarget.value })}
      />
      <FieldInputs
        fields={asked}
        values={demand.fields}
        onChange={(key, value) => change({ fields: { ...demand.fields, [key]: value } })}
        isRequired={() => true}
        errorOf={(key) => form.errors[`demands.${at}.fields.${key}`]}
      />
      <div>
        <ActionButton
          label={t('return_visits.remove_demand', { number: at + 1 })}
          icon={IconX}
          kind="quiet"
          onRun={remove}
        />
      </div>
    </fieldset>
  );
}
