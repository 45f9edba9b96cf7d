import { NativeSelect, Textarea } from '@mantine/core';
import type { Charging } from '../../../src/charge/items.ts';
import { api } from '../../server/api.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { unitLines } from './unit-lines.ts';

type Props = { charging: Charging; close: () => void };

/** Areas of units, or what is agreed with each, pasted line by line; hundredths, as money is. */
export function BasisForm({ charging, close }: Props) {
  const agreed = charging.items.filter((item) => item.basis === 'agreed' && item.on);
  const draft = useDraftForm<{ about: string; text: string }, { changed: number }>({
    subject: 'charge-basis/new',
    initial: { about: 'area', text: '' },
    check: ({ text }) => {
      const { lines, wrong } = unitLines(text);
      if (wrong !== null) return { text: t('charges.given_wrong', { line: wrong }) };
      return { text: lines.length > 0 ? null : t('charges.needed') };
    },
    send: ({ about, text }, options) => {
      const lines = unitLines(text).lines.map(({ place, amount: value }) => ({ place, value }));
      return api.post('charge-bases', { about, lines }, options);
    },
    changes: () => ['place', 'charge'],
    done: ({ changed }) => {
      say(t('charges.basis_saved', { count: changed }));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('charges.basis_save')}>
      <NativeSelect
        label={t('charges.basis_about')}
        data={[
          { value: 'area', label: t('charges.area') },
          ...agreed.map(({ key, name }) => ({ value: key, label: said(name) })),
        ]}
        {...form.getInputProps('about')}
      />
      <Textarea
        label={t('charges.basis_lines')}
        description={t('charges.basis_why')}
        required
        autosize
        minRows={6}
        maxRows={16}
        {...form.getInputProps('text')}
      />
    </FormFrame>
  );
}
