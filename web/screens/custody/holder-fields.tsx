import { Select, TextInput } from '@mantine/core';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { CustomerPicker } from '../../matter/ticket-picker.tsx';
import { Choices } from '../../ui/form/choices.tsx';
import type { DraftForm } from '../../ui/form/draft-form.ts';
import { t } from '../../words/words.ts';
import type { HolderKind, Values } from './entry-values.ts';

const kinds: readonly HolderKind[] = ['person', 'customer', 'outside'];

/** Who gets it: one of ours, a customer, or somebody outside by name. */
export function HolderFields({ form }: Pick<DraftForm<Values>, 'form'>) {
  const { people } = useDesk();
  const { toKind, person, customer } = form.values;
  return (
    <>
      <Choices
        label={t('custody.to')}
        options={kinds.map((value) => ({ value, label: t(`custody.to_${value}`) }))}
        value={toKind}
        onChange={(kind) => kind && form.setFieldValue('toKind', kind)}
      />
      {toKind === 'person' ? (
        <Select
          label={t('custody.to_person')}
          required
          searchable
          data={peopleOptions(people)}
          value={person}
          onChange={(id, option) => form.setValues({ person: id, personName: option?.label ?? '' })}
          error={form.errors['person']}
        />
      ) : null}
      {toKind === 'customer' ? (
        <CustomerPicker
          label={t('custody.to_customer')}
          value={customer}
          onChange={(picked) => form.setFieldValue('customer', picked)}
          error={form.errors['customer']}
        />
      ) : null}
      {toKind === 'outside' ? (
        <TextInput label={t('custody.to_name')} required maxLength={100} {...form.getInputProps('name')} />
      ) : null}
    </>
  );
}
