import { FileInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { differencesOut } from '../../../../src/configuration/file.ts';
import { api } from '../../../server/api.ts';
import { apiUrl } from '../../../server/base.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { FormProblem } from '../../../ui/form/form-problem.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { say } from '../../../ui/toast.ts';
import { t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import styles from '../administration.module.css';
import { Differences } from './differences.tsx';

export type Told = z.output<typeof differencesOut>;
type Chosen = { name: string; configuration: unknown };

/** The whole configuration as a file: taken out to be reviewed and compared, and brought in once its effect was seen. */
export function ConfigurationPage() {
  return (
    <Page title={t('administration.configuration')}>
      <AdministrationNav />
      <Section title={t('configuration.out')}>
        <p className="dim">{t('configuration.out_why')}</p>
        <p>
          <a href={apiUrl('configuration')} download="configuration.json">
            {t('configuration.download')}
          </a>
        </p>
      </Section>
      <Incoming />
    </Page>
  );
}

function Incoming() {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const preview = useWrite<Chosen, Told>({
    send: ({ configuration }, options) => api.post<Told>('configuration/preview', { configuration }, options),
    done: setTold,
    failed: () => true,
  });
  const choose = async (file: File | null) => {
    setTold(null);
    setUnreadable(false);
    if (!file) return setChosen(null);
    const next = await read(file);
    setChosen(next);
    if (!next) return setUnreadable(true);
    await preview.run(next);
  };
  return (
    <Section title={t('configuration.in')}>
      <FileInput
        label={t('configuration.file')}
        description={t('configuration.file_why')}
        placeholder={t('imports.choose')}
        accept="application/json,.json"
        error={unreadable ? t('configuration.unreadable') : undefined}
        onChange={(file) => void choose(file)}
      />
      <FormProblem problem={preview.problem} shown={[]} />
      {told ? <Differences told={told} /> : null}
      {chosen && told ? <ApplyFile chosen={chosen} told={told} done={() => setTold(null)} /> : null}
    </Section>
  );
}

async function read(file: File): Promise<Chosen | null> {
  try {
    return { name: file.name, configuration: JSON.parse(await file.text()) as unknown };
  } catch {
    return null;
  }
}

function ApplyFile({ chosen, told, done }: { chosen: Chosen; told: Told; done: () => void }) {
  const [why, setWhy] = useState('');
  const apply = useWrite<void, { values: number }>({
    send: (_, options) => api.put('configuration', { configuration: chosen.configuration, why: why.trim() }, options),
    changes: () => ['organisation', 'calendar', 'department', 'post', 'session'],
    done: ({ values }) => {
      say(t('configuration.applied', { count: values }));
      done();
    },
    failed: () => true,
  });
  if (told.changes.length === 0) return null;
  const refused = told.faults.length > 0 ? t('limits.faulty') : why.trim() ? null : t('calendars.why_needed');
  return (
    <>
      <TextInput
        label={t('calendars.why')}
        description={t('calendars.why_kept')}
        required
        maxLength={200}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <FormProblem problem={apply.problem} shown={[]} />
      <div className={styles['row']}>
        <ActionButton
          label={t('configuration.apply')}
          kind="primary"
          busy={apply.busy}
          refused={refused}
          onRun={() => void apply.run()}
        />
      </div>
    </>
  );
}
