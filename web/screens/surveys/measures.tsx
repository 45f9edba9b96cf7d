import { MultiSelect, Textarea } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { addressOf } from '../../frame/addresses.ts';
import { peopleOptions, useDesk } from '../../matter/kinds.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { MomentField } from '../../ui/form/moment-field.tsx';
import { Go } from '../../ui/go.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, listWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { Causes } from './causes.tsx';
import { ItemForm } from './item-form.tsx';
import type { Survey } from './survey-words.ts';
import { CHANGED, problemWords } from './survey-words.ts';

/** What follows from the problems found: the group that evaluates, causes until each end has a measure, and items. */
export function Measures({ survey }: { survey: Survey }) {
  const { problems } = survey.results;
  const [opening, open] = useState<string | null>(null);
  return (
    <>
      {survey.definition.posts.calls ? <Evaluations survey={survey} /> : null}
      <Section title={t('surveys.problems')}>
        {problems.length === 0 ? (
          <EmptyState title={t('surveys.no_problems')}>{t('surveys.no_problems_why')}</EmptyState>
        ) : (
          <Table
            label={t('surveys.problems')}
            rows={problems}
            rowId={(row) => row.key}
            columns={[
              {
                key: 'name',
                label: t('surveys.problem'),
                cell: (row) => `${row.vital ? '◆ ' : ''}${problemWords(survey.definition, row.key)}`,
              },
              { key: 'n', label: t('surveys.answers'), number: true, cell: (row) => row.n },
              { key: 'items', label: t('surveys.items'), cell: (row) => <Items survey={survey} problem={row.key} /> },
              {
                key: 'open',
                label: t('surveys.open_item'),
                acts: true,
                cell: (row) => (
                  <ActionButton
                    label={t('surveys.open_item')}
                    icon={IconPlus}
                    can={survey.can}
                    action="open_item"
                    onRun={() => open(row.key)}
                  />
                ),
              },
            ]}
          />
        )}
      </Section>
      {[...new Set(survey.causes.map((one) => one.problem))].map((problem) => (
        <Causes key={problem} survey={survey} problem={problem} />
      ))}
      <Dialog
        opened={opening !== null}
        close={() => open(null)}
        title={opening ? problemWords(survey.definition, opening) : ''}
      >
        {opening ? <ItemForm survey={survey} problem={opening} close={() => open(null)} /> : null}
      </Dialog>
    </>
  );
}

function Items({ survey, problem }: { survey: Survey; problem: string }) {
  const items = survey.items.filter((one) => one.problem === problem);
  return (
    <>
      {items.map((one) => {
        const name = `${t(`surveys.procedure_${one.procedure}`)}${one.number === null ? '' : ` ${one.number}`}`;
        const address = one.about === 'survey_cause' ? null : addressOf(one.about, one.aboutId);
        return <div key={one.id}>{address ? <Go to={address}>{name}</Go> : name}</div>;
      })}
    </>
  );
}

function Evaluations({ survey }: { survey: Survey }) {
  const [calling, call] = useState(false);
  return (
    <Section
      title={t('surveys.evaluation')}
      actions={
        <ActionButton
          label={t('surveys.call')}
          icon={IconUsers}
          can={survey.can}
          action="call"
          onRun={() => call(true)}
        />
      }
    >
      {survey.evaluations.length === 0 ? <p className="dim">{t('surveys.no_evaluation')}</p> : null}
      {survey.evaluations.map((one) => (
        <div key={one.id}>
          <Facts
            lines={[
              { label: t('surveys.meets_at'), value: absolute(one.meetsAt) },
              { label: t('surveys.called_by'), value: one.calledBy.name },
              { label: t('surveys.people'), value: listWords(one.people.map(({ name }) => name)) },
              { label: t('surveys.decided'), value: one.decided },
              {
                label: t('surveys.decided_by'),
                value: one.decidedAt ? `${one.decidedBy?.name ?? ''} · ${absolute(one.decidedAt)}` : null,
              },
            ]}
          />
          {one.can['decide'] === null ? <DecideForm id={one.id} /> : null}
        </div>
      ))}
      <Dialog opened={calling} close={() => call(false)} title={t('surveys.call')}>
        <CallForm survey={survey} close={() => call(false)} />
      </Dialog>
    </Section>
  );
}

function CallForm({ survey, close }: { survey: Survey; close: () => void }) {
  const { people } = useDesk();
  const draft = useDraftForm<{ meetsAt: string | null; people: string[] }>({
    subject: `survey/${survey.id}/call`,
    initial: { meetsAt: null, people: survey.plans[0] ? [survey.plans[0].statistician.id] : [] },
    check: (values) => ({
      meetsAt: values.meetsAt ? null : t('surveys.day_needed'),
      people: values.people.length > 0 ? null : t('surveys.person_needed'),
    }),
    send: (values, options) => api.post(`surveys/${survey.id}/evaluations`, values, options),
    changes: () => CHANGED,
    done: () => {
      say(t('surveys.called'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('surveys.call')}>
      <MultiSelect
        label={t('surveys.people')}
        required
        searchable
        data={peopleOptions(people)}
        {...form.getInputProps('people')}
      />
      <MomentField
        label={t('surveys.meets_at')}
        required
        value={form.values.meetsAt}
        onChange={(at) => form.setFieldValue('meetsAt', at)}
        error={form.errors['meetsAt']}
      />
    </FormFrame>
  );
}

function DecideForm({ id }: { id: string }) {
  const draft = useDraftForm({
    subject: `survey-evaluation/${id}`,
    initial: { decided: '' },
    check: ({ decided }) => ({ decided: decided.trim() ? null : t('surveys.decided_needed') }),
    send: (values, options) => api.post(`survey-evaluations/${id}/decided`, values, options),
    changes: () => CHANGED,
    done: () => say(t('surveys.noted')),
  });
  return (
    <FormFrame draft={draft} submit={t('surveys.write_down')}>
      <Textarea label={t('surveys.decided')} required autosize minRows={2} {...draft.form.getInputProps('decided')} />
    </FormFrame>
  );
}
