import { NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProposalView } from '../../../src/custodian/view.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { nowMs, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { className } from './data.ts';

type Line = ProposalView['lines'][number];
type Props = { proposal: ProposalView; whom: string };

/** What it would come to; each line may be given to somebody else before it is done. */
export function Proposal({ proposal, whom }: Props) {
  const [to, setTo] = useState<Readonly<Record<string, string>>>({});
  const toWhom = (line: Line) => to[line.customer.id] ?? line.to.id;
  if (proposal.lines.length === 0)
    return <EmptyState title={t('custodians.nothing_to_move')}>{t('custodians.nothing_to_move_why')}</EmptyState>;
  const after = (id: string, before: number) =>
    before +
    proposal.lines.filter((line) => toWhom(line) === id).length -
    proposal.lines.filter(({ from }) => from?.id === id).length;
  return (
    <>
      {proposal.more ? <Notice tone="wait">{t('custodians.more')}</Notice> : null}
      <Section title={t('custodians.preview')}>
        <Table
          label={t('custodians.preview')}
          rows={proposal.specialists}
          rowId={(row) => row.person.id}
          columns={[
            { key: 'person', label: t('custodians.person'), cell: (row) => row.person.name },
            {
              key: 'percent',
              label: t('custodians.percent'),
              number: true,
              cell: (row) => t('custodians.percent_said', { percent: numberWords(row.percent) }),
            },
            { key: 'before', label: t('custodians.before'), number: true, cell: (row) => numberWords(row.before) },
            {
              key: 'after',
              label: t('custodians.after'),
              number: true,
              cell: (row) => numberWords(after(row.person.id, row.before)),
            },
          ]}
        />
      </Section>
      <ApplyForm proposal={proposal} whom={whom} toWhom={toWhom} />
      <Section title={t('custodians.view_customers')}>
        <Lines proposal={proposal} toWhom={toWhom} set={(id, person) => setTo((now) => ({ ...now, [id]: person }))} />
      </Section>
    </>
  );
}

type LinesProps = {
  proposal: ProposalView;
  toWhom: (line: Line) => string;
  set: (customerId: string, personId: string) => void;
};

function Lines({ proposal, toWhom, set }: LinesProps) {
  const people = proposal.specialists.map(({ person }) => ({ value: person.id, label: person.name }));
  return (
    <Table
      label={t('custodians.view_customers')}
      rows={proposal.lines}
      rowId={(row) => row.customer.id}
      columns={[
        { key: 'customer', label: t('custodians.customer'), cell: (row) => row.customer.name },
        { key: 'class', label: t('custodians.class'), cell: className },
        { key: 'from', label: t('custodians.from'), cell: (row) => row.from?.name ?? t('custodians.nobody') },
        {
          key: 'to',
          label: t('custodians.to'),
          cell: (row) => (
            <NativeSelect
              aria-label={t('custodians.give_to', { name: row.customer.name })}
              data={people}
              value={toWhom(row)}
              onChange={(event) => set(row.customer.id, event.currentTarget.value)}
            />
          ),
        },
      ]}
    />
  );
}

function ApplyForm({ proposal, whom, toWhom }: Props & Pick<LinesProps, 'toWhom'>) {
  const navigate = useNavigate();
  const [id] = useState(() => newId<'custodian_distribution'>(nowMs()));
  const draft = useDraftForm<{ why: string }, unknown>({
    subject: null,
    initial: { why: '' },
    check: ({ why }) => ({ why: why.trim() ? null : t('custodians.why_needed') }),
    send: ({ why }, options) => {
      const lines = proposal.lines.map((line) => ({
        customerId: line.customer.id,
        personId: toWhom(line),
        seen: line.from?.id ?? null,
      }));
      return api.post('custodian-distributions', { id, whom, lines, why: why.trim() }, options);
    },
    changes: () => ['custodian_distribution', 'customer', 'custodian_contact', 'commitment'],
    done: () => {
      say(t('custodians.applied', { count: proposal.lines.length }));
      void navigate({ to: '/custodians', search: { view: 'people' } });
    },
  });
  return (
    <FormFrame draft={draft} submit={t('custodians.apply')}>
      <TextInput
        label={t('custodians.why')}
        description={t('custodians.why_kept')}
        required
        maxLength={200}
        {...draft.form.getInputProps('why')}
      />
    </FormFrame>
  );
}
