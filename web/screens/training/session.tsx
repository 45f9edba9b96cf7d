import { IconCalendarOff, IconCalendarTime, IconPencil, IconUserPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { SessionPage } from '../../../src/training/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { said, t } from '../../words/words.ts';
import { Changes } from './changes.tsx';
import { EvaluateForm, InviteForm, MoveForm } from './session-forms.tsx';
import { SheetForm } from './sheet-form.tsx';
import { SheetTable } from './sheet-table.tsx';
import { stateOf, trainerWords } from './training-data.ts';

/** One session: its plan, who was there with which result, what came of it, and every change. */
export function Session() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<SessionPage>(`training/sessions/${id}`, {
    about: [`training_session/${id}`, 'commitment', 'clock'],
  });
  const { data } = read;
  return (
    <Page
      title={data?.subject ?? t('training.session')}
      aside={data ? t(`training.state_${stateOf(data)}`) : null}
      actions={data ? <Acts session={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts key={data.id} session={data} /> : null}
    </Page>
  );
}

type Asked = 'invite' | 'move' | 'cancel' | null;

function Acts({ session }: { session: SessionPage }) {
  const [asked, ask] = useState<Asked>(null);
  const close = () => ask(null);
  const cancel = useWrite<string>({
    send: (why, options) => api.post(`training/sessions/${session.id}/cancel`, { why }, options),
    changes: () => ['training_session', `training_session/${session.id}`, 'commitment'],
    done: () => {
      say(t('training.cancelled_now'));
      close();
    },
  });
  if (session.state !== 'planned' || session.can['move'] !== null) return null;
  return (
    <>
      <ActionButton label={t('training.invite')} icon={IconUserPlus} onRun={() => ask('invite')} />
      <ActionButton label={t('training.move')} icon={IconCalendarTime} onRun={() => ask('move')} />
      <ActionButton label={t('training.cancel')} icon={IconCalendarOff} kind="quiet" onRun={() => ask('cancel')} />
      <Dialog opened={asked === 'invite'} close={close} title={t('training.invite')}>
        <InviteForm session={session} close={close} />
      </Dialog>
      <Dialog opened={asked === 'move'} close={close} title={t('training.move')}>
        <MoveForm session={session} close={close} />
      </Dialog>
      <AskWhy
        opened={asked === 'cancel'}
        close={close}
        title={t('training.cancel')}
        act={t('training.cancel')}
        label={t('training.why')}
        busy={cancel.busy}
        danger
        run={(why) => void cancel.run(why)}
      >
        <p>{t('training.cancel_why')}</p>
      </AskWhy>
    </>
  );
}

function Parts({ session }: { session: SessionPage }) {
  const [correcting, correct] = useState(false);
  const records = session.can['record'] === null;
  return (
    <>
      {session.missed ? <Notice tone="late">{t('training.missed_notice')}</Notice> : null}
      <Known session={session} />
      {records && (session.state === 'planned' || correcting) ? (
        <SheetForm session={session} done={() => correct(false)} />
      ) : (
        <Section
          title={t('training.sheet')}
          actions={
            records ? (
              <ActionButton label={t('training.correct')} icon={IconPencil} kind="quiet" onRun={() => correct(true)} />
            ) : null
          }
        >
          <SheetTable session={session} />
        </Section>
      )}
      {session.can['evaluate'] === null ? <EvaluateForm session={session} /> : null}
      {session.evaluation ? (
        <Section title={t('training.evaluation')}>
          <Facts
            lines={[
              { label: t('training.grade'), value: t('training.grade_of', { grade: session.grade ?? 0 }) },
              { label: t('training.evaluation'), value: session.evaluation },
              { label: t('training.evaluated'), value: byWhen(session.evaluatedBy, session.evaluatedAt) },
            ]}
          />
        </Section>
      ) : null}
      <Changes changes={session.changes} />
    </>
  );
}

function byWhen(by: { name: string } | null, at: string | null): string | null {
  return by && at ? `${by.name} · ${absolute(at)}` : null;
}

function Known({ session }: { session: SessionPage }) {
  const { process } = session;
  const moved = session.firstFromAt !== session.fromAt;
  return (
    <Section title={t('training.plan_of_it')}>
      <Facts
        lines={[
          { label: t('training.from'), value: absolute(session.fromAt) },
          { label: t('training.until'), value: absolute(session.untilAt) },
          { label: t('training.first_planned'), value: moved ? absolute(session.firstFromAt) : null },
          {
            label: t('training.held'),
            value:
              session.heldFrom && session.heldUntil
                ? `${absolute(session.heldFrom)} – ${absolute(session.heldUntil)}`
                : null,
          },
          { label: t('training.place'), value: session.place },
          { label: t('training.form'), value: said(session.form.name) },
          { label: t('training.course'), value: session.course ? said(session.course.name) : null },
          {
            label: t('training.process'),
            value: process ? <Go to={`/knowledge/${process.id}`}>{said(process.name)}</Go> : null,
          },
          { label: t('training.trainer'), value: trainerWords(session) },
          { label: t('training.department'), value: said(session.department.name) },
          { label: t('training.planned_by'), value: byWhen(session.plannedBy, session.plannedAt) },
          { label: t('training.recorded_by'), value: byWhen(session.recordedBy, session.recordedAt) },
        ]}
      />
    </Section>
  );
}
