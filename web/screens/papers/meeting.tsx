import { IconCheck, IconPencil, IconPrinter, IconX } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { MeetingView } from '../../../src/meeting/view.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { useWrite } from '../../server/writes.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskWhy } from '../../ui/ask-why.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { said, t } from '../../words/words.ts';
import { Former } from './former.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { MeetingItems } from './meeting-items.tsx';
import { Members } from './meeting-members.tsx';
import { MeetingSheet } from './meeting-sheet.tsx';
import { Minutes } from './minutes-form.tsx';
import styles from './papers.module.css';
import { meetingState, meetingTone } from './words.ts';

/** One meeting from its agenda to the signed record, and what it left to be done. */
export function Meeting() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<MeetingView>(`meetings/${id}`, { about: [`meeting/${id}`, 'work_item', 'clock'] });
  const { data } = read;
  return (
    <Page
      title={data?.title ?? t('papers.meeting')}
      aside={data ? <StateMark tone={meetingTone(data)}>{meetingState(data)}</StateMark> : null}
      actions={data ? <Acts meeting={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={14} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts meeting={data} /> : null}
    </Page>
  );
}

function Parts({ meeting }: { meeting: MeetingView }) {
  return (
    <>
      <Go to="/papers" search={{ view: 'meetings' }}>
        {t('papers.back_to_meetings')}
      </Go>
      {meeting.cancelledBecause ? <Notice tone="late">{meeting.cancelledBecause}</Notice> : null}
      {meeting.can['close'] === null ? <Notice tone="wait">{t('papers.ready_to_sign')}</Notice> : null}
      <Facts
        lines={[
          { label: t('papers.sort'), value: sortWords(meeting) },
          { label: t('papers.starts'), value: absolute(meeting.startsAt) },
          { label: t('papers.held_at'), value: meeting.heldAt ? absolute(meeting.heldAt) : null },
          { label: t('papers.room'), value: meeting.room },
          { label: t('papers.chair'), value: meeting.chair.name },
          { label: t('papers.recorder'), value: meeting.recorder.name },
          { label: t('papers.called_by'), value: `${meeting.calledBy.name} · ${absolute(meeting.calledAt)}` },
          {
            label: t('papers.signed'),
            value: meeting.closedAt ? `${meeting.chair.name} · ${absolute(meeting.closedAt)}` : signByWords(meeting),
          },
        ]}
      />
      <Members meeting={meeting} />
      {meeting.can['record'] === null ? <Minutes key={meeting.id} meeting={meeting} /> : <Points meeting={meeting} />}
      <MeetingItems meeting={meeting} />
      <Former former={meeting.former} />
    </>
  );
}

const signByWords = ({ signBy }: MeetingView): string | null =>
  signBy ? t('papers.sign_by', { when: absolute(signBy) }) : null;

function sortWords({ sort, regular, department }: MeetingView): string {
  const parts = [said(sort.name), department ? said(department.name) : null, regular ? null : t('papers.occasional')];
  return parts.filter(Boolean).join(' · ');
}

/** The agenda before the meeting, the record after it. */
function Points({ meeting: { points, state } }: { meeting: MeetingView }) {
  const isRecord = state === 'held' || state === 'closed';
  return (
    <Section title={isRecord ? t('papers.record') : t('papers.agenda')}>
      <ol className={styles['rows']}>
        {points.map((point) => (
          <li key={point.no} className={styles['row']}>
            <h3>
              {point.no}. {point.title}
            </h3>
            {point.item ? <p className="dim">{t('papers.carried', { meeting: point.item.meeting.title })}</p> : null}
            {point.minutes ? <p className={styles['said']}>{point.minutes}</p> : null}
            {point.decision ? (
              <p className={styles['said']}>
                <strong>{t('papers.decision')}</strong> {point.decision}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

type Asked = 'arrange' | 'cancel' | null;

function Acts({ meeting }: { meeting: MeetingView }) {
  const [asked, ask] = useState<Asked>(null);
  const close = () => ask(null);
  const { organisation } = useSession();
  const changes = () => ['meeting', `meeting/${meeting.id}`, 'commitment'] as const;
  const sign = useWrite<void>({
    send: (_, options) => api.post(`meetings/${meeting.id}/close`, {}, options),
    changes,
    done: () => say(t('papers.signed_now')),
  });
  const cancel = useWrite<string>({
    send: (why, options) => api.post(`meetings/${meeting.id}/cancel`, { why }, options),
    changes,
    done: close,
  });
  const isCalled = meeting.state === 'called';
  return (
    <>
      {meeting.state === 'held' ? (
        <ActionButton
          label={t('papers.sign')}
          icon={IconCheck}
          kind="primary"
          can={meeting.can}
          action="close"
          busy={sign.busy}
          onRun={() => void sign.run()}
        />
      ) : null}
      {isCalled && meeting.can['arrange'] === null ? (
        <>
          <ActionButton label={t('papers.arrange')} icon={IconPencil} onRun={() => ask('arrange')} />
          <ActionButton label={t('papers.cancel')} icon={IconX} kind="quiet" onRun={() => ask('cancel')} />
        </>
      ) : null}
      <ActionButton
        label={t('papers.print')}
        icon={IconPrinter}
        hotkey="p"
        onRun={() => printSlip(<MeetingSheet meeting={meeting} organisation={organisation.name} />)}
      />
      <Dialog opened={asked === 'arrange'} close={close} title={t('papers.arrange')} size="lg">
        <MeetingForm meeting={meeting} done={close} />
      </Dialog>
      <AskWhy
        opened={asked === 'cancel'}
        close={close}
        title={t('papers.cancel')}
        act={t('papers.cancel')}
        label={t('papers.why_cancelled')}
        busy={cancel.busy}
        danger
        run={(why) => void cancel.run(why)}
      >
        <p>{t('papers.cancel_tells')}</p>
      </AskWhy>
    </>
  );
}
