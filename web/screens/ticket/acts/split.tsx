import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { api } from '../../../server/api.ts';
import type { FieldValues } from '../../../matter/field-inputs.tsx';
import { FieldInputs, filled } from '../../../matter/field-inputs.tsx';
import { useDesk } from '../../../matter/kinds.ts';
import { useRead } from '../../../server/queries.ts';
import { said, t } from '../../../words/words.ts';
import { ActForm } from '../act-form.tsx';
import type { TimelinePage } from '../facts/entry.ts';
import { needed } from '../needed.ts';
import type { TicketView } from '../view.ts';
import { aboutTicket } from '../view.ts';
import type { ActProps } from './act.ts';
import styles from './merge.module.css';

type Values = {
  kind: string | null;
  title: string;
  need: string;
  fields: FieldValues;
  notes: string[];
  contacts: string[];
};

/** One of its matters becomes a ticket of its own, with the words that belong to it. */
export function Split({ ticket, done }: ActProps) {
  const { items } = useDesk();
  const initial: Values = { kind: null, title: '', need: '', fields: {}, notes: [], contacts: [] };
  return (
    <ActForm
      ticket={ticket}
      name="split"
      initial={initial}
      submit={t('merging.split')}
      check={(values) => ({ kind: needed(values.kind), title: needed(values.title) })}
      send={({ kind, title, need, fields, notes, contacts }, options) =>
        api.post(
          `tickets/${ticket.id}/split`,
          { kind, title, need, fields: filled(fields), noteIds: notes, contactIds: contacts },
          options,
        )
      }
      done={done}
    >
      {(form) => {
        const kind = items.find((one) => one.key === form.values.kind);
        return (
          <>
            <Select
              label={t('merging.split_kind')}
              description={t('merging.split_why')}
              data={items.map((one) => ({ value: one.key, label: said(one.name) }))}
              searchable
              required
              data-autofocus
              {...form.getInputProps('kind')}
            />
            <TextInput label={t('ticket.title_field')} required {...form.getInputProps('title')} />
            <Textarea label={t('ticket.need')} autosize minRows={1} maxRows={5} {...form.getInputProps('need')} />
            <FieldInputs
              fields={(kind?.fields ?? []).filter((one) => one.at === 'intake')}
              values={form.values.fields}
              onChange={(key, value) => form.setFieldValue('fields', { ...form.values.fields, [key]: value })}
              isRequired={(key) => kind?.fields.find((one) => one.key === key)?.requiredFor === 'open'}
              errorOf={(key) => form.errors[`fields.${key}`]}
            />
            <GoesAlong
              ticket={ticket}
              notes={form.values.notes}
              contacts={form.values.contacts}
              set={(name, ids) => form.setFieldValue(name, ids)}
            />
          </>
        );
      }}
    </ActForm>
  );
}

type GoesAlongProps = {
  ticket: TicketView;
  notes: string[];
  contacts: string[];
  set: (name: 'notes' | 'contacts', ids: string[]) => void;
};

/** What was written and said so far: what is ticked stands on both. */
function GoesAlong({ ticket, notes, contacts, set }: GoesAlongProps) {
  const { data } = useRead<TimelinePage>(`tickets/${ticket.id}/timeline`, {
    about: aboutTicket(ticket.id),
    query: { limit: 100 },
  });
  const own = (data?.items ?? []).filter((entry) => entry.of === null);
  const written = own.flatMap((entry) =>
    entry.note && entry.note.text ? [{ value: entry.note.id, label: entry.note.text }] : [],
  );
  const told = own.flatMap((entry) =>
    entry.type === 'ticket.contact' ? [{ value: String(entry.data['contact']), label: entry.words ?? '…' }] : [],
  );
  return (
    <>
      <Ticks label={t('merging.split_contacts')} options={told} value={contacts} set={(ids) => set('contacts', ids)} />
      <Ticks label={t('merging.split_notes')} options={written} value={notes} set={(ids) => set('notes', ids)} />
    </>
  );
}

type TicksProps = {
  label: string;
  options: { value: string; label: string }[];
  value: string[];
  set: (value: string[]) => void;
};

function Ticks({ label, options, value, set }: TicksProps) {
  if (options.length === 0) return null;
  return (
    <Checkbox.Group label={label} value={value} onChange={set}>
      <div className={styles['choices']}>
        {options.map((one) => (
          <Checkbox key={one.value} value={one.value} label={one.label.slice(0, 120)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
