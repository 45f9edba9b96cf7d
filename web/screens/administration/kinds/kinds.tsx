import { IconPlus } from '@tabler/icons-react';
import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { KindIcon } from '../../../matter/kind-icon.tsx';
import type { Desk } from '../../../matter/kinds.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Go } from '../../../ui/go.tsx';
import { Page } from '../../../ui/page.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { Table } from '../../../ui/table.tsx';
import { numberWords } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import styles from '../administration.module.css';
import { KeyField } from './key-field.tsx';
import { countedWords } from './kind-words.ts';

/** Every kind of matter: what it is counted as, where it goes, its version; a new one begins as a copy of another. */
export function Kinds() {
  const [adding, setAdding] = useState(false);
  const read = useRead<Desk>('kinds', { about: ['organisation'] });
  const rows = read.data?.items ?? [];
  const department = (id: string) => {
    const found = read.data?.departments.find((one) => one.id === id);
    return found ? said(found.name) : '';
  };
  return (
    <Page
      title={t('administration.kinds')}
      aside={rows.length > 0 ? numberWords(rows.length) : null}
      actions={
        <ActionButton label={t('kinds.add')} icon={IconPlus} kind="primary" hotkey="c" onRun={() => setAdding(true)} />
      }
    >
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {rows.length > 0 ? (
        <Table
          label={t('administration.kinds')}
          rows={rows}
          rowId={(row) => row.key}
          columns={[
            {
              key: 'name',
              label: t('posts.name'),
              cell: (row) => (
                <span className={styles['named']}>
                  <KindIcon icon={row.icon} />
                  <Go to={`/administration/kinds/${row.key}`}>{said(row.name)}</Go>
                </span>
              ),
            },
            { key: 'about', label: t('limits.about'), cell: (row) => <span className="dim">{said(row.about)}</span> },
            { key: 'type', label: t('kinds.counted_as'), cell: (row) => countedWords(row.type as 'task') },
            { key: 'department', label: t('people.department'), cell: (row) => department(row.departmentId) },
            { key: 'digit', label: t('kinds.digit'), cell: (row) => row.digit },
            { key: 'version', label: t('calendars.version'), number: true, cell: (row) => row.version },
            { key: 'state', label: t('people.state'), cell: (row) => (row.retired ? t('kinds.is_retired') : '') },
          ]}
        />
      ) : null}
      <Dialog opened={adding} close={() => setAdding(false)} title={t('kinds.add')}>
        <NewKind kinds={rows} />
      </Dialog>
    </Page>
  );
}

function NewKind({ kinds }: { kinds: Desk['items'] }) {
  const navigate = useNavigate();
  const [from, setFrom] = useState(kinds[0]?.key ?? '');
  const [key, setKey] = useState('');
  const taken = kinds.some((one) => one.key === key);
  const refused = taken ? t('kinds.key_taken') : /^[a-z][a-z0-9_]*$/.test(key) ? null : t('kinds.key_wrong');
  return (
    <div className={styles['stack']}>
      <NativeSelect
        label={t('kinds.copy_of')}
        value={from}
        data={kinds.map((one) => ({ value: one.key, label: said(one.name) }))}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <KeyField value={key} fixed={false} change={setKey} />
      <div>
        <ActionButton
          label={t('kinds.begin')}
          kind="primary"
          refused={refused}
          onRun={() => void navigate({ to: '/administration/kinds/$key', params: { key }, search: { from } })}
        />
      </div>
    </div>
  );
}
