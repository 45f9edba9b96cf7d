import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { MasteryLine } from '../../../src/training/view-people.ts';
import type { Training } from '../../../src/training/view.ts';
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
import { absoluteDay, dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { FiltersAndTakeOut } from '../exchange/filters-and-take-out.tsx';
import styles from './training.module.css';
import { departmentOptions, optionsOf, personOptions, useTraining } from './training-data.ts';

const route = getRouteApi('/inside/staff/training');

/** What people master of communication and product knowledge, as it was seen day by day (TRNG-09). */
export function Mastery() {
  const { department, person, skill } = route.useSearch();
  const [assessing, assess] = useState(false);
  const { data } = useTraining();
  const query = { department, person, skill };
  const pages = usePages<MasteryLine>('training/mastery', { about: ['skill_mastery', 'organisation'], query });
  return (
    <div className={styles['read']}>
      <div className={styles['row']}>
        <FiltersAndTakeOut list="skill-mastery" name={t('training.view_mastery')} query={query}>
          <MasteryFilters training={data} />
        </FiltersAndTakeOut>
        {data?.can['plan'] === null && (data.rules?.skills.length ?? 0) > 0 ? (
          <ActionButton label={t('training.assess')} icon={IconPencilPlus} onRun={() => assess(true)} />
        ) : null}
      </div>
      <Pages
        read={pages}
        none={<EmptyState title={t('training.no_mastery')}>{t('training.no_mastery_why')}</EmptyState>}
      >
        {(rows) => <MasteryTable rows={rows} named />}
      </Pages>
      <Dialog opened={assessing} close={() => assess(false)} title={t('training.assess')}>
        {data ? <AssessForm training={data} close={() => assess(false)} /> : null}
      </Dialog>
    </div>
  );
}

function MasteryFilters({ training }: { training: Training | undefined }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const one = filtersOf(search, (change) => void navigate({ search: (before) => ({ ...before, ...change }) }));
  const filters = [
    one('skill', t('training.skill'), optionsOf(training?.rules?.skills)),
    one('department', t('training.department'), departmentOptions(training)),
    one('person', t('training.person'), personOptions(training)),
  ];
  return <FilterSentence subject={t('training.view_mastery')} filters={filters} />;
}

export function MasteryTable({ rows, named }: { rows: readonly MasteryLine[]; named?: boolean }) {
  const person = {
    key: 'person',
    label: t('training.person'),
    cell: (row: MasteryLine) => <Go to={`/staff/training/people/${row.person.id}`}>{row.person.name}</Go>,
  };
  const skill = { key: 'skill', label: t('training.skill'), cell: (row: MasteryLine) => said(row.skill.name) };
  return (
    <Table
      label={t('training.view_mastery')}
      rows={rows}
      rowId={(row) => row.id}
      columns={[
        ...(named ? [person, skill] : [skill]),
        {
          key: 'level',
          label: t('training.level'),
          cell: (row) => (
            <span className={row.needed !== null && row.level < row.needed ? styles['wrong'] : undefined}>
              {row.level} {row.levelName ? said(row.levelName) : ''}
            </span>
          ),
        },
        { key: 'needed', label: t('training.needed'), cell: (row) => row.needed },
        { key: 'day', label: t('training.seen_on'), cell: (row) => absoluteDay(row.day) },
        { key: 'remark', label: t('training.seen_by_what'), cell: (row) => row.remark },
        { key: 'by', label: t('training.seen_by'), cell: (row) => row.by.name },
      ]}
    />
  );
}

function AssessForm({ training, close }: { training: Training; close: () => void }) {
  const [id] = useState(() => newId<'skill_mastery'>(nowMs()));
  const skills = training.rules?.skills ?? [];
  const draft = useDraftForm({
    subject: 'skill_mastery/new',
    initial: { personId: '', skill: skills[0]?.key ?? '', level: '1', day: dayOf(nowMs()), remark: '' },
    check: ({ personId }) => ({ personId: personId ? null : t('training.person_needed') }),
    send: ({ level, ...values }, options) =>
      api.post('training/mastery', { id, ...values, level: Number(level) }, options),
    changes: () => ['skill_mastery', 'commitment'],
    done: () => {
      say(t('training.assessed'));
      close();
    },
  });
  const { form } = draft;
  const skill = skills.find(({ key }) => key === form.values.skill);
  return (
    <FormFrame draft={draft} submit={t('training.assess')}>
      <NativeSelect
        label={t('training.person')}
        required
        data={[{ value: '', label: '' }, ...personOptions(training)]}
        {...form.getInputProps('personId')}
      />
      <NativeSelect label={t('training.skill')} data={optionsOf(skills)} {...form.getInputProps('skill')} />
      <NativeSelect
        label={t('training.level')}
        description={t('training.level_hint', { needed: skill?.needed ?? 1 })}
        data={(skill?.levels ?? []).map((name, at) => ({ value: String(at + 1), label: `${at + 1} ${said(name)}` }))}
        {...form.getInputProps('level')}
      />
      <TextInput type="date" label={t('training.seen_on')} required {...form.getInputProps('day')} />
      <Textarea label={t('training.seen_by_what')} autosize minRows={2} {...form.getInputProps('remark')} />
    </FormFrame>
  );
}
