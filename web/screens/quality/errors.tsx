import { NativeSelect, Textarea } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { ErrorLine, errorSortsOut } from '../../../src/error-log/view.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { TicketPicker } from '../../matter/ticket-picker.tsx';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { usePages, useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { Picked } from '../../ui/form/async-picker.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { FilterSentence } from '../../ui/list/filter-sentence.tsx';
import { filtersOf } from '../../ui/list/filters-of.ts';
import { Pages } from '../../ui/list/pages.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { said, t } from '../../words/words.ts';
import styles from './quality.module.css';

const route = getRouteApi('/inside/quality');

type Sorts = z.output<typeof errorSortsOut>;

/** Errors made and what was learnt; the same again by the same person is marked. */
export function Errors() {
  const { person, errorSort, repeated, period } = route.useSearch();
  const [logging, log] = useState(false);
  const sorts = useRead<Sorts>('errors/sorts', { about: ['kind'] });
  const query = { person, sort: errorSort, repeated, ...spanOf(period) };
  const pages = usePages<ErrorLine>('errors', { about: ['logged_error'], query });
  return (
    <div className={styles['read']}>
      <div className={styles['row']}>
        <FiltersAndTakeOut list="errors" name={t('quality.view_errors')} query={query}>
          <ErrorFilters sorts={sorts.data} />
        </FiltersAndTakeOut>
        <ActionButton label={t('error_log.log')} icon={IconPencilPlus} hotkey="n" onRun={() => log(true)} />
      </div>
      <Pages read={pages} none={<EmptyState title={t('error_log.none')}>{t('error_log.none_why')}</EmptyState>}>
        {(rows) => <Lines rows={rows} />}
      </Pages>
      <Dialog opened={logging} close={() => log(false)} title={t('error_log.log')}>
        {sorts.data ? <ErrorForm sorts={sorts.data} close={() => log(false)} /> : null}
      </Dialog>
    </div>
  );
}

function ErrorFilters({ sorts }: { sorts: Sorts | undefined }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { people } = useDesk();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one('person', t('error_log.person'), peopleOptions(people)),
    one(
      'errorSort',
      t('error_log.sort'),
      (sorts?.items ?? []).map(({ key, name }) => ({ value: key, label: said(name) })),
    ),
    one('repeated', t('error_log.repetition'), [{ value: 'true', label: t('error_log.repeated_only') }]),
    one('period', t('period.filter'), periodOptions()),
  ];
  return <FilterSentence subject={t('quality.view_errors')} filters={filters} />;
}

function Lines({ rows }: { rows: readonly ErrorLine[] }) {
  return (
    <Table
      label={t('quality.view_errors')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'person', label: t('error_log.person'), cell: (row) => row.person.name },
        {
          key: 'sort',
          label: t('error_log.sort'),
          cell: (row) => (
            <>
              {row.sortName ? said(row.sortName) : row.sort}
              {row.nth > 1 ? <div className={styles['wrong']}>{t('error_log.again', { n: row.nth })}</div> : null}
            </>
          ),
        },
        { key: 'what', label: t('error_log.what'), cell: (row) => row.what },
        { key: 'lesson', label: t('error_log.lesson'), cell: (row) => row.lesson },
        {
          key: 'ticket',
          label: t('error_log.ticket'),
          cell: (row) => (row.ticket ? <Go to={`/tickets/${row.ticket.id}`}>{row.ticket.number}</Go> : null),
        },
        { key: 'at', label: t('error_log.at'), cell: (row) => absolute(row.happenedAt) },
        { key: 'by', label: t('error_log.by'), cell: (row) => `${row.by.name} · ${absolute(row.at)}` },
      ]}
    />
  );
}

type Values = { person: string; sort: string; what: string; lesson: string; ticket: Picked | null };

/** One's own error, or another's by whoever stands over him. */
function ErrorForm({ sorts, close }: { sorts: Sorts; close: () => void }) {
  const [id] = useState(() => newId<'logged_error'>(nowMs()));
  const { people } = useDesk();
  const me = useSession().person.id;
  const draft = useDraftForm<Values>({
    subject: 'logged_error/new',
    initial: { person: me, sort: sorts.items[0]?.key ?? '', what: '', lesson: '', ticket: null },
    check: ({ what, lesson }) => ({
      what: what.trim() ? null : t('error_log.what_needed'),
      lesson: lesson.trim() ? null : t('error_log.lesson_needed'),
    }),
    send: ({ person, ticket, ...values }, options) =>
      api.post('errors', { id, personId: person, ...values, ...(ticket ? { ticketId: ticket.id } : {}) }, options),
    changes: () => ['logged_error'],
    done: () => {
      say(t('error_log.logged'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('error_log.log')}>
      {sorts.can['others'] === null ? (
        <NativeSelect label={t('error_log.person')} data={peopleOptions(people)} {...form.getInputProps('person')} />
      ) : null}
      <NativeSelect
        label={t('error_log.sort')}
        data={sorts.items.map(({ key, name }) => ({ value: key, label: said(name) }))}
        {...form.getInputProps('sort')}
      />
      <Textarea label={t('error_log.what')} required autosize minRows={2} {...form.getInputProps('what')} />
      <Textarea label={t('error_log.lesson')} required autosize minRows={2} {...form.getInputProps('lesson')} />
      <TicketPicker
        label={t('error_log.ticket')}
        except=""
        required={false}
        value={form.values.ticket}
        onChange={(ticket) => form.setFieldValue('ticket', ticket)}
      />
    </FormFrame>
  );
}
