import { NativeSelect } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PathLine } from '../../../src/training/view-people.ts';
import type { Training } from '../../../src/training/view.ts';
import { periodOptions, spanOf } from '../../matter/periods.ts';
import { api } from '../../server/api.ts';
import { newId } from '../../server/ids.ts';
import { usePages } from '../../server/queries.ts';
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
import { dateOf, nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import { pathStates } from './search.ts';
import styles from './training.module.css';
import { departmentOptions, optionsOf, pathStateWords, personOptions, useTraining } from './training-data.ts';

const route = getRouteApi('/inside/staff/training');

/** Pre-job paths of new members: with whom, how far, by when (TRNG-03). */
export function Paths() {
  const { department, person, path, period } = route.useSearch();
  const [beginning, begin] = useState(false);
  const { data } = useTraining();
  const query = { department, person, state: path, ...spanOf(period) };
  const pages = usePages<PathLine>('training/paths', { about: ['training_path', 'commitment', 'clock'], query });
  return (
    <div className={styles['read']}>
      <div className={styles['row']}>
        <FiltersAndTakeOut list="training-paths" name={t('training.view_paths')} query={query}>
          <PathFilters training={data} />
        </FiltersAndTakeOut>
        {data?.can['plan'] === null ? (
          <ActionButton label={t('training.begin_path')} icon={IconUserPlus} onRun={() => begin(true)} />
        ) : null}
      </div>
      <Pages read={pages} none={<EmptyState title={t('training.no_paths')}>{t('training.no_paths_why')}</EmptyState>}>
        {(rows) => <PathTable rows={rows} />}
      </Pages>
      <Dialog opened={beginning} close={() => begin(false)} title={t('training.begin_path')}>
        {data ? <BeginForm training={data} /> : null}
      </Dialog>
    </div>
  );
}

function PathFilters({ training }: { training: Training | undefined }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one('department', t('training.department'), departmentOptions(training)),
    one(
      'path',
      t('training.state'),
      pathStates.map((value) => ({ value, label: t(`training.path_${value}`) })),
    ),
    one('person', t('training.person'), personOptions(training)),
    one('period', t('period.filter'), periodOptions()),
  ];
  return <FilterSentence subject={t('training.view_paths')} filters={filters} />;
}

export function PathTable({ rows }: { rows: readonly PathLine[] }) {
  return (
    <Table
      label={t('training.view_paths')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        {
          key: 'person',
          label: t('training.person'),
          cell: (row) => <Go to={`/staff/training/paths/${row.id}`}>{row.person.name}</Go>,
        },
        { key: 'path', label: t('training.path'), cell: (row) => said(row.path) },
        {
          key: 'coach',
          label: t('training.coach'),
          cell: (row) => row.coach?.name ?? <span className={styles['wrong']}>{t('training.no_coach')}</span>,
        },
        {
          key: 'steps',
          label: t('training.steps'),
          cell: (row) => t('training.signed_of', { signed: row.signed, steps: row.steps }),
        },
        {
          key: 'state',
          label: t('training.state'),
          cell: (row) => (
            <span className={row.late && !row.completedAt ? styles['wrong'] : undefined}>{pathStateWords(row)}</span>
          ),
        },
        { key: 'due', label: t('training.due'), cell: (row) => (row.dueAt ? dateOf(row.dueAt) : null) },
      ]}
    />
  );
}

function BeginForm({ training }: { training: Training }) {
  const [id] = useState(() => newId<'training_path'>(nowMs()));
  const navigate = useNavigate();
  const people = [{ value: '', label: '' }, ...personOptions(training)];
  const draft = useDraftForm({
    subject: 'training_path/new',
    initial: { personId: '', path: training.rules?.paths[0]?.key ?? '', coachId: '' },
    check: ({ personId, coachId }) => ({
      personId: personId ? null : t('training.person_needed'),
      coachId: coachId ? null : t('training.coach_needed'),
    }),
    send: (values, options) => api.post<{ id: string }>('training/paths', { id, ...values }, options),
    changes: () => ['training_path', 'commitment'],
    done: () => void navigate({ to: `/staff/training/paths/${id}` }),
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('training.begin_path')}>
      <NativeSelect label={t('training.new_member')} required data={people} {...form.getInputProps('personId')} />
      <NativeSelect
        label={t('training.path')}
        description={t('training.path_hint')}
        data={optionsOf(training.rules?.paths)}
        {...form.getInputProps('path')}
      />
      <NativeSelect label={t('training.coach')} required data={people} {...form.getInputProps('coachId')} />
    </FormFrame>
  );
}
