import { IconArrowBackUp, IconPrinter, IconSignature } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../server/api.ts';
import { useOpenTab } from '../../frame/tabs.ts';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ClockStrip } from '../../ui/clock/clock-strip.tsx';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import { NoticeFacts, Rejected } from './facts.tsx';
import type { NoticePage } from './list-notices.ts';
import { changedBy, stateWords } from './list-notices.ts';
import { NoticeSlip } from './slip.tsx';
import { ReplyForm } from './reply-form.tsx';
import { VerifyPart } from './verify-part.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const route = getRouteApi('/inside/notices/$noticeId');

/** One rectification notice: what was not kept, by when it is to be put right, and what has been done about it. */
export function Notice() {
  const { noticeId } = route.useParams();
  const read = useRead<NoticePage>(`notices/${noticeId}`, { about: [`rectification/${noticeId}`, 'clock'] });
  if (read.data) return <NoticeOf key={noticeId} notice={read.data} />;
  return (
    <Page title={t('frame.notices')}>
      {read.error ? (
        <ErrorState problem={read.error} retry={() => void read.refetch()} />
      ) : (
        <LoadingLines count={8} height={32} />
      )}
    </Page>
  );
}

function NoticeOf({ notice }: { notice: NoticePage }) {
  const title = t('frame.notice_number', { number: String(notice.number) });
  useOpenTab({ type: 'rectification', id: notice.id, title: String(notice.number), words: notice.department.name });
  return (
    <Page title={title} aside={stateWords(notice.state)} actions={<Acts notice={notice} />}>
      {notice.clock ? <ClockStrip clock={notice.clock} /> : null}
      <NoticeFacts notice={notice} />
      <Rejected notice={notice} />
      {notice.can['reply'] === null ? <ReplyForm notice={notice} /> : null}
      {notice.can['verify'] === null ? <VerifyPart notice={notice} /> : null}
    </Page>
  );
}

function Acts({ notice }: { notice: NoticePage }) {
  const [withdrawing, setWithdrawing] = useState(false);
  const { organisation } = useSession();
  const receive = useWrite<null>({
    send: (_nothing, options) => api.post(`notices/${notice.id}/receive`, {}, options),
    changes: () => changedBy(notice),
    done: () => say(t('notices.received_done', { number: String(notice.number) })),
  });
  const toBeReceived = notice.state === 'issued';
  return (
    <>
      {toBeReceived ? (
        <ActionButton
          label={t('notices.receive')}
          icon={IconSignature}
          kind="primary"
          hotkey="y"
          can={notice.can}
          action="receive"
          busy={receive.busy}
          onRun={() => void receive.run(null)}
        />
      ) : null}
      <ActionButton
        label={t('notices.withdraw')}
        icon={IconArrowBackUp}
        kind="quiet"
        can={notice.can}
        action="withdraw"
        onRun={() => setWithdrawing(true)}
      />
      <ActionButton
        label={t('notices.print')}
        icon={IconPrinter}
        kind="quiet"
        onRun={() => printSlip(<NoticeSlip notice={notice} organisation={organisation.name} />)}
      />
      <WithdrawDialog notice={notice} opened={withdrawing} close={() => setWithdrawing(false)} />
    </>
  );
}
