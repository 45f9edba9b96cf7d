import { Textarea } from '@mantine/core';
import { IconMessageForward } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { feedbackLineOut } from '../../../src/feedback/view.ts';
import { api } from '../../server/api.ts';
import { useDesk } from '../../matter/kinds.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { usePages } from '../../server/queries.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { Pages } from '../../ui/list/pages.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import { FeedBackForm } from './feed-back-form.tsx';
import styles from './quality.module.css';
import { feedbackStates } from './search.ts';

const route = getRouteApi('/inside/quality');

export type FeedbackLine = z.output<typeof feedbackLineOut>;

/** What customers said, given to whoever can change something, each with its answer. */
export function Feedback() {
  const { department, answered, period, ticket } = route.useSearch();
  const gives = useRight('contact.record');
  const [giving, give] = useState(ticket !== undefined);
  const [answering, answer] = useState<FeedbackLine | null>(null);
  const query = { department, state: answered, ...spanOf(period) };
  const pages = usePages<FeedbackLine>('feedback', { about: ['feedback', 'commitment'], query });
  return (
    <div className={styles['read']}>
      <div className={styles['row']}>
        <FiltersAndTakeOut list="feedback" name={t('quality.view_feedback')} query={query}>
          <FeedbackFilters />
        </FiltersAndTakeOut>
        {gives ? (
          <ActionButton label={t('feedback.give')} icon={IconMessageForward} hotkey="n" onRun={() => give(true)} />
        ) : null}
      </div>
      <Pages read={pages} none={<EmptyState title={t('feedback.none')}>{t('feedback.none_why')}</EmptyState>}>
        {(rows) => <Lines rows={rows} answer={answer} />}
      </Pages>
      <Dialog opened={giving} close={() => give(false)} title={t('feedback.give')}>
        <FeedBackForm ticket={ticket} close={() => give(false)} />
      </Dialog>
      <Dialog opened={answering !== null} close={() => answer(null)} title={t('feedback.answer')}>
        {answering ? <AnswerForm line={answering} close={() => answer(null)} /> : null}
      </Dialog>
    </div>
  );
}

function FeedbackFilters() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { departments } = useDesk();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one(
      'answered',
      t('quality.state'),
      feedbackStates.map((value) => ({ value, label: t(`feedback.state_${value}`) })),
    ),
    one(
      'department',
      t('quality.department'),
      departments.map(({ id, name }) => ({ value: id, label: said(name) })),
    ),
    one('period', t('period.filter'), periodOptions()),
  ];
  return <FilterSentence subject={t('quality.view_feedback')} filters={filters} />;
}

function Lines({ rows, answer }: { rows: readonly FeedbackLine[]; answer: (line: FeedbackLine) => void }) {
  return (
    <Table
      label={t('quality.view_feedback')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'text', label: t('feedback.text'), cell: (row) => row.text },
        {
          key: 'sort',
          label: t('feedback.sort'),
          cell: (row) => t(`feedback.sort_${row.sort as 'complaint' | 'opinion'}`),
        },
        { key: 'about', label: t('feedback.about'), cell: (row) => <About line={row} /> },
        { key: 'department', label: t('quality.department'), cell: (row) => said(row.department.name) },
        { key: 'addressee', label: t('feedback.in_charge'), cell: (row) => row.addressee?.name },
        { key: 'by', label: t('feedback.by'), cell: (row) => `${row.by.name} · ${absolute(row.at)}` },
        { key: 'reply', label: t('feedback.reply'), cell: (row) => <Reply line={row} answer={answer} /> },
      ]}
    />
  );
}

function About({ line }: { line: FeedbackLine }) {
  const [first] = line.tickets;
  return (
    <>
      {line.visitId ? <Go to={`/return-visits/${line.visitId}`}>{t('feedback.visit')}</Go> : null}
      {!line.visitId && first && line.tickets.length === 1 ? (
        <Go to={`/tickets/${first.id}`}>
          {first.number} {first.title}
        </Go>
      ) : null}
      {line.tickets.length > 1 ? (
        <details>
          <summary>{t('feedback.n_complaints', { count: line.tickets.length })}</summary>
          <ul>
            {line.tickets.map((ticket) => (
              <li key={ticket.id}>
                <Go to={`/tickets/${ticket.id}`}>
                  {ticket.number} {ticket.title}
                </Go>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Reply({ line, answer }: { line: FeedbackLine; answer: (line: FeedbackLine) => void }) {
  if (line.answeredAt)
    return (
      <>
        {line.reply ?? t('feedback.known')}{' '}
        <span className="dim">
          {line.answeredBy?.name} · {absolute(line.answeredAt)}
        </span>
      </>
    );
  const due = line.dueAt ? t('feedback.due', { when: absolute(line.dueAt) }) : '';
  return (
    <span className={styles['reply']}>
      <span className="dim">{due}</span>
      {line.can['answer'] === null ? <ActionButton label={t('feedback.answer')} onRun={() => answer(line)} /> : null}
    </span>
  );
}

function AnswerForm({ line, close }: { line: FeedbackLine; close: () => void }) {
  const needed = line.sort === 'complaint';
  const draft = useDraftForm({
    subject: `feedback/${line.id}`,
    initial: { reply: '' },
    check: ({ reply }) => ({ reply: needed && !reply.trim() ? t('feedback.reply_needed') : null }),
    send: (values, options) => api.post(`feedback/${line.id}/answer`, values, options),
    changes: () => ['feedback', 'commitment'],
    done: () => {
      say(t('feedback.answered_done'));
      close();
    },
  });
  return (
    <FormFrame draft={draft} submit={needed ? t('feedback.answer') : t('feedback.i_know')}>
      <p>{line.text}</p>
      <Textarea
        label={t('feedback.reply')}
        required={needed}
        autosize
        minRows={3}
        {...draft.form.getInputProps('reply')}
      />
    </FormFrame>
  );
}
