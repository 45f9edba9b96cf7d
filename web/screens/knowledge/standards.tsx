import { Checkbox } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { standardsOut } from '../../../src/knowledge/view-acts.ts';
import { useDesk } from '../../matter/kinds.ts';
import { readable } from '../../matter/written.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Go } from '../../ui/go.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { ownerWords } from './knowledge.ts';

type Answer = z.output<typeof standardsOut>;
type Standard = Answer['items'][number];
type Bound = Standard['departments'][number];

const CHANGES = ['article', 'article_acceptance', 'commitment'] as const;

/** Principles and standards of the house: whom each binds, and who has confirmed the version in force (QUAL-01). */
export function Standards() {
  const read = useRead<Answer>('articles/standards', { about: ['article', 'article_acceptance', 'clock'] });
  if (read.isPending) return <LoadingLines count={10} />;
  if (read.error && !read.data) return <ErrorState problem={read.error} retry={() => void read.refetch()} />;
  const items = read.data?.items ?? [];
  if (items.length === 0)
    return <EmptyState title={t('knowledge.no_standards')}>{t('knowledge.no_standards_why')}</EmptyState>;
  return items.map((one) => <OneStandard key={one.id} one={one} />);
}

function OneStandard({ one }: { one: Standard }) {
  const [binding, setBinding] = useState(false);
  const title = readable(one.title, one);
  const confirmed = one.departments.filter(({ confirmedAt }) => confirmedAt).length;
  const facts = [
    t('knowledge.n_version', { n: one.version }),
    ownerWords(one),
    one.departments.length > 0
      ? t('knowledge.confirmed_of', { n: confirmed, of: one.departments.length })
      : t('knowledge.binds_nobody'),
  ];
  return (
    <Section
      title={title}
      aside={facts.join(' · ')}
      actions={
        <>
          <ActionButton
            label={t('knowledge.bind')}
            kind="quiet"
            can={one.can}
            action="bind"
            onRun={() => setBinding(true)}
          />
          <Go to={`/knowledge/${one.id}`}>{t('knowledge.open')}</Go>
        </>
      }
    >
      {one.departments.length > 0 ? <Departments one={one} title={title} /> : null}
      <Dialog opened={binding} close={() => setBinding(false)} title={t('knowledge.bind')}>
        <BindForm one={one} done={() => setBinding(false)} />
      </Dialog>
    </Section>
  );
}

function Departments({ one, title }: { one: Standard; title: string }) {
  const accept = useWrite<string, unknown>({
    send: (departmentId, options) =>
      api.post(`articles/${one.id}/accept`, { version: one.version, departmentId }, options),
    changes: () => CHANGES,
    done: () => say(t('knowledge.accepted')),
  });
  return (
    <Table
      label={t('knowledge.standard_of', { title })}
      rows={one.departments}
      rowId={(row) => row.department.id}
      columns={[
        { key: 'department', label: t('knowledge.bound_department'), cell: (row) => said(row.department.name) },
        { key: 'head', label: t('knowledge.head'), cell: (row) => (row.confirmedBy ?? row.head)?.name },
        {
          key: 'confirmed',
          label: t('knowledge.confirmed_reading'),
          cell: (row) =>
            row.can['confirm'] === null ? (
              <ActionButton
                label={t('knowledge.accept')}
                icon={IconCheck}
                busy={accept.busy}
                onRun={() => void accept.run(row.department.id)}
              />
            ) : (
              confirmedWords(row)
            ),
        },
        { key: 'due', label: t('knowledge.due'), cell: (row) => (row.dueAt ? absolute(row.dueAt) : null) },
      ]}
    />
  );
}

function confirmedWords({ confirmedAt, late }: Bound): string {
  if (confirmedAt) return absolute(confirmedAt);
  return t(late ? 'knowledge.not_read_late' : 'knowledge.not_read');
}

function BindForm({ one, done }: { one: Standard; done: () => void }) {
  const { departments } = useDesk();
  const draft = useDraftForm({
    subject: `article/${one.id}/departments`,
    initial: { departmentIds: one.departments.map(({ department }) => department.id as string) },
    send: (values, options) => api.put(`articles/${one.id}/departments`, { version: one.version, ...values }, options),
    changes: () => CHANGES,
    done: () => {
      say(t('knowledge.bound_now'));
      done();
    },
  });
  return (
    <FormFrame draft={draft} submit={t('knowledge.bind')}>
      <Checkbox.Group
        label={t('knowledge.departments_bound')}
        description={t('knowledge.bind_why')}
        {...draft.form.getInputProps('departmentIds')}
      >
        {departments.map((department) => (
          <Checkbox key={department.id} value={department.id} label={said(department.name)} mt={6} />
        ))}
      </Checkbox.Group>
    </FormFrame>
  );
}
