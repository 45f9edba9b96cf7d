import { Checkbox, Textarea } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { OutreachContact } from '../../../src/outreach/view.ts';
import { api } from '../../server/api.ts';
import { pageItems, usePages } from '../../server/queries.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { pagesState } from '../../ui/list/list-state.ts';
import { List } from '../../ui/list/list.tsx';
import type { Column, RowAction } from '../../ui/list/model.ts';
import { TwoLines } from '../../ui/list/two-lines.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { When } from '../../ui/when.tsx';
import { t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { byWords, contactStateWords } from './outreach-words.ts';

/** The calls that are mine to make, of whatever outreach. */
export function CallsToMake() {
  return <ContactList query={{ mine: true }} name={t('outreach.view_calls')} ofMany />;
}

type ContactListProps = { query: Record<string, string | boolean>; name: string; ofMany?: boolean };

/** Customers with what became of each; of a call that is due one says what came of it. */
export function ContactList({ query, name, ofMany = false }: ContactListProps) {
  const pages = usePages<OutreachContact>('outreach-contacts', {
    about: ['outreach', 'contact', 'conversation'],
    query,
  });
  const rows = useMemo(() => pageItems(pages.data), [pages.data]);
  const shown = useMemo(() => columns(ofMany), [ofMany]);
  const [calling, call] = useState<OutreachContact | null>(null);
  const actions: RowAction<OutreachContact>[] = [
    {
      key: 'call',
      label: t('outreach.call'),
      icon: IconPhone,
      single: true,
      can: (row) => row.can,
      run: ([row]) => call(row!),
    },
  ];
  return (
    <>
      <List
        name={ofMany ? 'care-calls' : 'outreach-contacts'}
        label={name}
        rows={rows}
        rowId={(row) => row.id}
        columns={shown}
        phoneRow={PhoneRow}
        open={(row) => (row.can['call'] === null ? call(row) : undefined)}
        actions={actions}
        filters={
          <FiltersAndTakeOut list="outreach-contacts" name={name} query={query}>
            <span>{name}</span>
          </FiltersAndTakeOut>
        }
        state={pagesState(pages)}
        empty={<EmptyState title={t('outreach.no_calls')}>{t('outreach.no_calls_why')}</EmptyState>}
      />
      <Dialog
        opened={calling !== null}
        close={() => call(null)}
        title={t('outreach.call_of', { name: calling?.customer.name ?? '' })}
      >
        {calling ? <CallForm one={calling} close={() => call(null)} /> : null}
      </Dialog>
    </>
  );
}

const columns = (ofMany: boolean): Column<OutreachContact>[] => [
  {
    key: 'customer',
    label: t('outreach.customer'),
    width: 'minmax(7rem, 1fr)',
    always: true,
    cell: (row) => <Go to={`/customers/${row.customer.id}`}>{row.customer.name}</Go>,
  },
  ...(ofMany
    ? [
        {
          key: 'name',
          label: t('outreach.title'),
          width: 'minmax(8rem, 1.2fr)',
          cell: (row: OutreachContact) => row.outreach.name,
        },
      ]
    : []),
  { key: 'state', label: t('outreach.state'), width: 'minmax(6rem, 0.8fr)', always: true, cell: contactStateWords },
  {
    key: 'how',
    label: t('outreach.how'),
    width: 'minmax(5rem, 0.6fr)',
    cell: (row) => (row.state === 'to_call' ? row.phone : row.channel ? byWords(row.channel) : null),
  },
  { key: 'when', label: t('outreach.when'), width: '9rem', cell: whenOf },
  { key: 'outcome', label: t('outreach.outcome'), width: 'minmax(8rem, 1.6fr)', cell: (row) => row.outcome },
];

/** A call to be made by its due moment, what has been done by when it was. */
function whenOf(row: OutreachContact) {
  const at = row.dueAt ?? row.at;
  return at ? <When at={at} /> : null;
}

function PhoneRow(row: OutreachContact) {
  const facts = [row.outreach.name, row.state === 'to_call' ? row.phone : null, row.outcome];
  return (
    <TwoLines
      subject={row.customer.name}
      beside={<span className="dim">{contactStateWords(row)}</span>}
      facts={facts}
    />
  );
}

/** What to say, at which number, and what came of it. */
function CallForm({ one, close }: { one: OutreachContact; close: () => void }) {
  const draft = useDraftForm<{ outcome: string; missed: boolean }, unknown>({
    subject: `outreach-contact/${one.id}`,
    initial: { outcome: '', missed: false },
    check: ({ outcome }) => ({ outcome: outcome.trim() ? null : t('outreach.outcome_needed') }),
    send: ({ outcome, missed }, options) =>
      api.post(`outreach-contacts/${one.id}/called`, { reached: !missed, outcome: outcome.trim() }, options),
    changes: () => ['outreach', 'contact', 'commitment'],
    done: () => {
      say(t('outreach.called_now'));
      close();
    },
  });
  const { form } = draft;
  return (
    <>
      <Facts lines={[{ label: t('outreach.how'), value: one.phone }]} />
      <Section title={t('outreach.what_to_say')}>
        <p style={{ whiteSpace: 'pre-line' }}>{one.text}</p>
      </Section>
      <FormFrame draft={draft} submit={t('outreach.call')}>
        <Textarea
          label={t('outreach.call_outcome')}
          required
          autosize
          minRows={2}
          maxLength={200}
          {...form.getInputProps('outcome')}
        />
        <Checkbox label={t('outreach.not_reached')} {...form.getInputProps('missed', { type: 'checkbox' })} />
      </FormFrame>
    </>
  );
}
