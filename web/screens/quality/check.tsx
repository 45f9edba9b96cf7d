import { Textarea } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { refusalWords } from '../../server/refusals.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ClockStrip } from '../../ui/clock/clock-strip.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { Page } from '../../ui/page.tsx';
import { usePrintable } from '../../ui/printable.ts';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { CheckPage } from './answers.ts';
import { checkTitle, stateWords } from './answers.ts';
import { DrawAgain } from './draw-again.tsx';
import { Sheet } from './sheet.tsx';

/** One spot check: how it was drawn, its sheet record by record, and what it came to. */
export function Check() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<CheckPage>(`spot-checks/${id}`, { about: [`spot_check/${id}`, 'rectification', 'clock'] });
  const { data } = read;
  usePrintable();
  return (
    <Page
      title={data ? checkTitle(data) : t('quality.view_checks')}
      aside={data ? stateWords(data.state) : null}
      actions={<ActionButton label={t('quality.print')} icon={IconPrinter} kind="quiet" onRun={() => window.print()} />}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts key={data.id} check={data} /> : null}
    </Page>
  );
}

function Parts({ check }: { check: CheckPage }) {
  return (
    <>
      {check.clock ? <ClockStrip clock={check.clock} /> : null}
      <Facts
        lines={[
          { label: t('quality.checker'), value: check.owner?.name },
          { label: t('quality.due'), value: check.dueAt ? absolute(check.dueAt) : null },
          { label: t('quality.population'), value: check.population === null ? null : numberWords(check.population) },
          { label: t('quality.drawn'), value: check.drawnAt ? numberWords(check.drawn) : null },
          { label: t('quality.with_faults'), value: check.looked > 0 ? numberWords(check.failed) : null },
          { label: t('quality.completed_at'), value: check.completedAt ? absolute(check.completedAt) : null },
          { label: t('quality.completed_by'), value: check.completedBy?.name },
          { label: t('quality.conclusion'), value: check.conclusion },
        ]}
      />
      {check.state === 'running' ? (
        <Notice tone="wait">{t('quality.running_why', { when: absolute(check.until) })}</Notice>
      ) : null}
      {check.population === 0 ? <Notice tone="run">{t('quality.nothing_fell_why')}</Notice> : null}
      {check.items.length > 0 ? <Sheet check={check} /> : null}
      {check.state === 'to_check' ? <Complete check={check} /> : null}
      {check.seed === null ? null : <DrawAgain check={check} />}
    </>
  );
}

/** Once every record has its results, whoever owes it says what it came to. */
function Complete({ check }: { check: CheckPage }) {
  const refused = check.can['complete'] ?? null;
  const draft = useDraftForm({
    subject: `spot_check/${check.id}`,
    initial: { conclusion: '' },
    check: ({ conclusion }) => ({ conclusion: conclusion.trim() ? null : t('quality.conclusion_needed') }),
    send: (values, options) => api.post(`spot-checks/${check.id}/complete`, values, options),
    changes: () => [`spot_check/${check.id}`, 'spot_check', 'commitment'],
    done: () => say(t('quality.completed_done')),
  });
  if (refused) return <Notice tone="wait">{refusalWords(refused)}</Notice>;
  return (
    <Section title={t('quality.complete')}>
      <FormFrame draft={draft} submit={t('quality.complete')}>
        <Textarea
          label={t('quality.conclusion')}
          required
          autosize
          minRows={3}
          {...draft.form.getInputProps('conclusion')}
        />
      </FormFrame>
    </Section>
  );
}
