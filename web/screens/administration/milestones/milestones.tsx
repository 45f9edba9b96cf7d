import { Switch, Textarea, TextInput } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import { MILESTONE_PLACES } from '../../../../src/pack/milestones.ts';
import type { milestonesOut, previewOut } from '../../../../src/milestone/view.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useDraftForm } from '../../../ui/form/draft-form.ts';
import { FormFrame } from '../../../ui/form/form-frame.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { say } from '../../../ui/toast.ts';
import { languageNames, languages, languageTags } from '../../../words/languages.ts';
import { t } from '../../../words/words.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import styles from '../phrases/phrases.module.css';

type Answer = z.output<typeof milestonesOut>;
type Milestone = Answer['items'][number];
type Preview = z.output<typeof previewOut>;

/** What customers are written by itself at each milestone, in every language, with how it reads. */
export function Milestones() {
  const { data, error, refetch } = useRead<Answer>('milestones', { about: ['kind'] });
  return (
    <Page title={t('milestones.title')}>
      <AdministrationNav />
      <p className="dim">{t('milestones.lead')}</p>
      {error ? <ErrorState problem={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingLines count={10} /> : null}
      {data ? <Editor key={data.version} answer={data} /> : null}
    </Page>
  );
}

const places = Object.fromEntries(MILESTONE_PLACES.map((one) => [one, `{${one}}`])) as Record<
  (typeof MILESTONE_PLACES)[number],
  string
>;

function Editor({ answer }: { answer: Answer }) {
  const draft = useDraftForm<{ milestones: Milestone[]; why: string }, unknown>({
    subject: 'administration/milestones',
    initial: { milestones: answer.items, why: '' },
    version: answer.version,
    check: ({ why }) => ({ why: why.trim() ? null : t('ticket.needed') }),
    send: ({ milestones, why }, options, known) =>
      api.put('milestones', { milestones, why, seen: known.version }, options),
    changes: () => ['kind'],
    done: () => say(t('milestones.changed')),
  });
  const { form } = draft;
  const { milestones } = form.values;
  const set = (next: Milestone) =>
    form.setFieldValue(
      'milestones',
      milestones.map((one) => (one.key === next.key ? next : one)),
    );
  if (milestones.length === 0) return <EmptyState title={t('milestones.none')} />;
  return (
    <FormFrame draft={draft} submit={t('ticket.save')}>
      <p className="dim">{t('milestones.places', places)}</p>
      <ol className={styles['list']}>
        {milestones.map((one) => (
          <One key={one.key} milestone={one} change={set} />
        ))}
      </ol>
      <TextInput label={t('milestones.why')} required {...form.getInputProps('why')} />
    </FormFrame>
  );
}

function One({ milestone, change }: { milestone: Milestone; change: (next: Milestone) => void }) {
  const [preview, show] = useState<Preview | null>(null);
  const name = t(`milestones.${milestone.key}`);
  return (
    <li>
      <fieldset className={styles['one']}>
        <legend>{name}</legend>
        <div className={styles['head']}>
          <Switch
            label={t('milestones.on')}
            checked={milestone.on}
            onChange={(event) => change({ ...milestone, on: event.currentTarget.checked })}
          />
          <ActionButton
            label={t('milestones.preview')}
            icon={IconEye}
            kind="quiet"
            onRun={async () => show(await api.post<Preview>('milestones/preview', { milestone }))}
          />
        </div>
        <div className={styles['words']}>
          {languages.map((one) => (
            <div key={one} lang={languageTags[one]}>
              <TextInput
                label={t('milestones.subject_in', { language: languageNames[one] })}
                required
                value={milestone.subject[one]}
                onChange={(event) =>
                  change({ ...milestone, subject: { ...milestone.subject, [one]: event.currentTarget.value } })
                }
              />
              <Textarea
                label={t('milestones.text_in', { language: languageNames[one] })}
                required
                autosize
                minRows={3}
                maxRows={10}
                value={milestone.text[one]}
                onChange={(event) =>
                  change({ ...milestone, text: { ...milestone.text, [one]: event.currentTarget.value } })
                }
              />
            </div>
          ))}
        </div>
      </fieldset>
      <Dialog opened={preview !== null} close={() => show(null)} title={t('milestones.preview_of', { name })}>
        {preview
          ? languages.map((one) => (
              <Section key={one} title={languageNames[one]}>
                <div lang={languageTags[one]} style={{ whiteSpace: 'pre-line' }}>
                  <strong>{preview.subject[one]}</strong>
                  <p>{preview.text[one]}</p>
                </div>
              </Section>
            ))
          : null}
      </Dialog>
    </li>
  );
}
