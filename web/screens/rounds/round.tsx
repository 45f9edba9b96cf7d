import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { Notice } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { absolute } from '../../ui/time.ts';
import { When } from '../../ui/when.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { refusalWords } from '../../server/refusals.ts';
import { t } from '../../words/words.ts';
import { Letters } from './letters.tsx';
import { RoundPart } from './part.tsx';
import type { Report } from './report.ts';
import { useReport } from './report.ts';
import type { RoundView } from './round-words.ts';
import { aboutRound, roundName, stateWords, toneOf, walkerOf } from './round-words.ts';
import styles from './rounds.module.css';
import { RoundSheet } from './sheet.tsx';

const route = getRouteApi('/inside/rounds/$roundId');

/** One round, walked with one thumb: two big keys a line, and completing it at the bottom. Without a connection it is kept and sent once. */
export function Round() {
  const { roundId } = route.useParams();
  const read = useRead<RoundView>(`rounds/${roundId}`, { about: aboutRound(roundId) });
  if (read.data) return <RoundOf key={roundId} round={read.data} />;
  return (
    <Page title={t('frame.rounds')}>
      {read.error ? (
        <ErrorState problem={read.error} retry={() => void read.refetch()} />
      ) : (
        <LoadingLines count={8} height={48} />
      )}
    </Page>
  );
}

function RoundOf({ round }: { round: RoundView }) {
  const report = useReport(round);
  const { organisation } = useSession();
  const print = () => printSlip(<RoundSheet round={round} organisation={organisation.name} />);
  return (
    <Page
      title={roundName(round)}
      aside={<Aside round={round} />}
      shape="fill"
      actions={<ActionButton label={t('rounds.print')} icon={IconPrinter} hotkey="p" onRun={print} />}
    >
      <div className={styles['round']}>
        <div className={styles['scroll']}>
          <div className={styles['parts']}>
            <Link to="/rounds" className={styles['back']}>
              <IconArrowLeft size={16} aria-hidden /> {t('frame.rounds')}
            </Link>
            <Standing round={round} report={report} />
            <ol className={styles['walk']}>
              {round.parts.map((part) => (
                <RoundPart key={part.key} round={round} part={part} report={report} />
              ))}
            </ol>
            <Letters round={round} />
          </div>
        </div>
        <CompleteBar report={report} />
      </div>
    </Page>
  );
}

function Aside({ round }: { round: RoundView }) {
  return (
    <span>
      <StateMark tone={toneOf(round.state)}>{stateWords(round.state)}</StateMark> <When at={round.dueAt} />
    </span>
  );
}

/** Who may walk it and when, or who did. */
function Standing({ round, report }: { round: RoundView; report: Report }) {
  const refused = round.can['report'] ?? null;
  if (round.doneAt && round.doneBy)
    return <p>{t('rounds.done', { name: round.doneBy.name, when: absolute(round.doneAt) })}</p>;
  if (report.standing.completed) return <Notice tone="wait">{t('rounds.complete_unsent')}</Notice>;
  return (
    <>
      <p className="dim">{t('rounds.owed', { post: walkerOf(round), when: absolute(round.dueAt) })}</p>
      {refused ? <Notice tone="wait">{refusalWords(refused)}</Notice> : null}
    </>
  );
}

function CompleteBar({ report: { standing, complete } }: { report: Report }) {
  if (standing.completed) return null;
  return (
    <div className={styles['bar']}>
      <ActionButton
        label={t('rounds.complete')}
        kind="primary"
        size="lg"
        fullWidth
        can={standing.can}
        action="complete"
        onRun={complete}
      />
    </div>
  );
}
