import { Textarea, TextInput } from '@mantine/core';
import { IconPrinter, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { refusalWords } from '../../server/refusals.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { printSlip } from '../../ui/print.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { Table } from '../../ui/table.tsx';
import { absolute, absoluteDay, dayOf, nowMs } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { BlankSheet } from './sheet.tsx';
import { happenedWords } from './history-words.ts';
import type { Survey } from './survey-words.ts';
import { CHANGED } from './survey-words.ts';

/** What is owed upward, what was handed out when, and everything that happened, kept as the round's record. */
export function RecordPart({ survey }: { survey: Survey }) {
  const { organisation } = useSession();
  return (
    <>
      {survey.submitted ? <Submitted survey={survey} /> : <Submit survey={survey} />}
      <Section
        title={t('surveys.issues')}
        actions={
          <ActionButton
            label={t('surveys.print_blank')}
            icon={IconPrinter}
            onRun={() => printSlip(<BlankSheet survey={survey} organisation={organisation.name} />)}
          />
        }
      >
        {survey.issues.length === 0 ? <p className="dim">{t('surveys.no_issues')}</p> : <Issues survey={survey} />}
      </Section>
      <Section title={t('surveys.history')}>
        <Table
          label={t('surveys.history')}
          rows={survey.history}
          rowId={(row) => `${row.at} ${row.type} ${JSON.stringify(row.data)}`}
          columns={[
            { key: 'at', label: t('surveys.when'), cell: (row) => absolute(row.at) },
            { key: 'what', label: t('surveys.what'), cell: (row) => happenedWords(survey, row) },
            { key: 'by', label: t('surveys.who'), cell: (row) => row.by?.name },
          ]}
        />
      </Section>
    </>
  );
}

function Issues({ survey: { issues } }: { survey: Survey }) {
  return (
    <Table
      label={t('surveys.issues')}
      rows={issues}
      rowId={(row) => row.id}
      columns={[
        { key: 'on', label: t('surveys.handed_out_on'), cell: (row) => absoluteDay(row.on) },
        { key: 'way', label: t('surveys.way'), cell: (row) => t(`surveys.way_${row.way}`) },
        { key: 'n', label: t('surveys.receivers'), number: true, cell: (row) => row.receivers },
        { key: 'out', label: t('surveys.still_out'), number: true, cell: (row) => row.out },
        { key: 'by', label: t('surveys.distributor'), cell: (row) => row.distributor.name },
        { key: 'collector', label: t('surveys.collector'), cell: (row) => row.collector.name },
        { key: 'due', label: t('surveys.back_by'), cell: (row) => (row.dueAt ? absolute(row.dueAt) : null) },
        { key: 'outcome', label: t('surveys.outcome'), cell: (row) => outcomeWords(row.outcome) },
      ]}
    />
  );
}

function outcomeWords(outcome: string | null): string {
  if (outcome === null) return t('surveys.outcome_open');
  return outcome === 'kept' ? t('surveys.outcome_kept') : t('surveys.outcome_late');
}

function Submit({ survey }: { survey: Survey }) {
  const refused = survey.can['submit'] ?? null;
  const [submitting, submit] = useState(false);
  return (
    <Section
      title={t('surveys.submit_title')}
      actions={
        <ActionButton
          label={t('surveys.submit')}
          icon={IconSend}
          kind="primary"
          can={survey.can}
          action="submit"
          onRun={() => submit(true)}
        />
      }
    >
      {refused ? <Notice tone="wait">{refusalWords(refused)}</Notice> : <p>{t('surveys.submit_why')}</p>}
      <Dialog opened={submitting} close={() => submit(false)} title={t('surveys.submit')}>
        <SubmitForm survey={survey} close={() => submit(false)} />
      </Dialog>
    </Section>
  );
}

function SubmitForm({ survey, close }: { survey: Survey; close: () => void }) {
  const draft = useDraftForm({
    subject: `survey/${survey.id}/submit`,
    initial: { text: '', originals: String(survey.paper) },
    check: ({ text }) => ({ text: text.trim() ? null : t('surveys.text_needed') }),
    send: ({ text, originals }, options) =>
      api.post(`surveys/${survey.id}/submit`, { text, originals: Number(originals) }, options),
    changes: () => CHANGED,
    done: () => {
      say(t('surveys.submitted_now'));
      close();
    },
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('surveys.submit')}>
      <Textarea label={t('surveys.analysis')} required autosize minRows={5} {...form.getInputProps('text')} />
      <TextInput
        type="number"
        label={t('surveys.originals')}
        description={t('surveys.originals_why')}
        min={0}
        required
        {...form.getInputProps('originals')}
      />
    </FormFrame>
  );
}

function Submitted({ survey }: { survey: Survey }) {
  const { at, by, to, text, originals, originalsBackOn, originalsBackBy } = survey.submitted!;
  return (
    <Section title={t('surveys.submitted')}>
      <Facts
        lines={[
          { label: t('surveys.submitted_by'), value: `${by?.name ?? ''} · ${absolute(at)}` },
          { label: t('surveys.to'), value: to ? said(to) : null },
          { label: t('surveys.analysis'), value: <span style={{ whiteSpace: 'pre-line' }}>{text}</span> },
          { label: t('surveys.originals'), value: String(originals) },
          {
            label: t('surveys.originals_back'),
            value: originalsBackOn ? `${absoluteDay(originalsBackOn)} · ${originalsBackBy?.name ?? ''}` : null,
          },
        ]}
      />
      {survey.can['originals_back'] === null ? <OriginalsBack survey={survey} /> : null}
    </Section>
  );
}

function OriginalsBack({ survey }: { survey: Survey }) {
  const draft = useDraftForm({
    subject: `survey/${survey.id}/originals`,
    initial: { on: dayOf(nowMs()) },
    check: ({ on }) => ({ on: on ? null : t('surveys.day_needed') }),
    send: (values, options) => api.post(`surveys/${survey.id}/originals`, values, options),
    changes: () => CHANGED,
    done: () => say(t('surveys.noted')),
  });
  return (
    <FormFrame draft={draft} submit={t('surveys.originals_are_back')}>
      <TextInput
        type="date"
        label={t('surveys.originals_back')}
        required
        max={dayOf(nowMs())}
        {...draft.form.getInputProps('on')}
      />
    </FormFrame>
  );
}
