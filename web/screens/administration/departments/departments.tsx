import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useRight } from '../../../session/session.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { listWords, numberWords } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import { SendIn } from '../../exchange/send-in.tsx';
import { AdministrationNav } from '../administration-nav.tsx';
import type { Department } from '../people/people.ts';
import { useDepartments, useDepartmentsRead } from '../people/people.ts';
import { EditDepartment } from './edit-department.tsx';
import { NewDepartment } from './new-department.tsx';
import { useCalendarNames } from './use-calendar-names.ts';

/** Departments and outside firms, each with its head, its hours and its load. */
export function Departments() {
  const read = useDepartmentsRead();
  const rows = useDepartments();
  const [editing, setEditing] = useState<Department | 'new' | null>(null);
  return (
    <Page
      title={t('administration.departments')}
      actions={
        useRight('people.edit') ? (
          <>
            <SendIn list="departments" name={t('administration.departments')} />
            <ActionButton
              label={t('departments.add')}
              icon={IconPlus}
              kind="primary"
              hotkey="c"
              onRun={() => setEditing('new')}
            />
          </>
        ) : null
      }
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {rows.length > 0 ? (
        <Section title={t('departments.every')} aside={numberWords(rows.length)}>
          <Rows rows={rows} edit={setEditing} />
        </Section>
      ) : null}
      <Editing editing={editing} close={() => setEditing(null)} />
    </Page>
  );
}

function Rows({ rows, edit }: { rows: readonly Department[]; edit: (row: Department) => void }) {
  const calendars = useCalendarNames();
  return (
    <Table
      label={t('administration.departments')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        { key: 'name', label: t('posts.name'), cell: nameOf },
        {
          key: 'heads',
          label: t('departments.heads'),
          cell: (row) => listWords(row.heads.map((one) => one.name)) || '–',
        },
        { key: 'phone', label: t('people.phone'), cell: (row) => row.phone },
        { key: 'calendar', label: t('departments.calendar'), cell: (row) => calendars.get(row.calendarId) },
        {
          key: 'people',
          label: t('departments.on_duty'),
          number: true,
          cell: (row) => t('board.n_of_m', { n: numberWords(row.onDuty), m: numberWords(row.people) }),
        },
        { key: 'tickets', label: t('people.tickets'), number: true, cell: (row) => numberWords(row.openTickets) },
        {
          key: 'orders',
          label: t('people.orders'),
          number: true,
          cell: (row) => numberWords(row.openWorkOrders),
        },
        {
          key: 'edit',
          label: t('people.edit'),
          acts: true,
          cell: (row) => (
            <ActionButton
              label={t('departments.edit', { name: said(row.name) })}
              icon={IconPencil}
              iconOnly
              kind="quiet"
              can={row.can}
              action="change"
              onRun={() => edit(row)}
            />
          ),
        },
      ]}
    />
  );
}

function Editing({ editing, close }: { editing: Department | 'new' | null; close: () => void }) {
  return (
    <Dialog
      opened={editing !== null}
      close={close}
      title={editing === null || editing === 'new' ? t('departments.add') : said(editing.name)}
    >
      {editing === 'new' ? <NewDepartment close={close} /> : null}
      {editing && editing !== 'new' ? <EditDepartment department={editing} close={close} /> : null}
    </Dialog>
  );
}

function nameOf(row: Department): string {
  const marks = [row.outsideFirm ? t('departments.outside_firm') : '', row.closed ? t('posts.closed') : ''].filter(
    Boolean,
  );
  return marks.length > 0 ? `${said(row.name)} · ${marks.join(' · ')}` : said(row.name);
}
