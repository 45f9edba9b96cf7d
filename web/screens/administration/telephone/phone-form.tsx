import { NativeSelect, TextInput } from '@mantine/core';
import { useDesk } from '../../../matter/kinds.ts';
import { api } from '../../../server/api.ts';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { t } from '../../../words/words.ts';

const nothing = { personId: '', number: '', endpoint: '' };

/** Says whose phone that is: there his calls ring, and show who calls. */
export function PhoneForm({ systemId, done }: { systemId: string; done: () => void }) {
  const { people } = useDesk();
  const draft = useDraftForm({
    subject: `telephone_system/${systemId}/phone`,
    initial: nothing,
    check: ({ personId, number, endpoint }) => {
      const needed = (text: string) => (text.trim() ? null : t('telephone.needed'));
      return { personId: needed(personId), number: needed(number), endpoint: needed(endpoint) };
    },
    send: ({ personId, number, endpoint }, options) =>
      api.put(
        `people/${personId}/phone`,
        { phone: { systemId, number: number.trim(), endpoint: endpoint.trim() } },
        options,
      ),
    changes: () => ['telephone_system', 'person'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('telephone.keep')}>
      <NativeSelect
        label={t('telephone.person')}
        required
        data={[{ value: '', label: '' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        {...form.getInputProps('personId')}
      />
      <TextInput label={t('telephone.number')} required inputMode="tel" {...form.getInputProps('number')} />
      <TextInput
        label={t('telephone.endpoint')}
        description={t('telephone.endpoint_why')}
        required
        {...form.getInputProps('endpoint')}
      />
    </FormFrame>
  );
}
