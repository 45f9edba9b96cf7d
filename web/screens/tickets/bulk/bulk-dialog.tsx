import { useRef, useState } from 'react';
import { refresh } from '../../../server/queries.ts';
import { problemWords, refusalWords } from '../../../server/refusals.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { t } from '../../../words/words.ts';
import type { TicketLine } from '../lines.ts';
import type { Result, What } from './bulk.ts';
import { doAll, newBulk, undoAll } from './bulk.ts';
import { BulkForm } from './bulk-form.tsx';
import styles from './bulk.module.css';

type BulkDialogProps = { lines: readonly TicketLine[] | null; close: () => void };

type State =
  | { phase: 'asking' }
  | {
      phase: 'running' | 'done' | 'undoing' | 'undone';
      bulkId: string;
      done: number;
      results: Result[];
      problem?: string;
    };

/** One act on the chosen tickets: what came of it on each is said, and what can be taken back, is. */
export function BulkDialog({ lines, close }: BulkDialogProps) {
  return (
    <Dialog opened={lines !== null} close={close} title={t('bulk.title', { count: lines?.length ?? 0 })} size="lg">
      {lines ? <Acting lines={lines} close={close} /> : null}
    </Dialog>
  );
}

function Acting({ lines, close }: { lines: readonly TicketLine[]; close: () => void }) {
  const [state, setState] = useState<State>({ phase: 'asking' });
  const stop = useRef(false);
  const ids = lines.map((line) => line.id);
  const go = async (
    phases: ['running', 'done'] | ['undoing', 'undone'],
    bulkId: string,
    work: (turns: Parameters<typeof doAll>[3]) => Promise<Result[]>,
  ) => {
    stop.current = false;
    setState({ phase: phases[0], bulkId, done: 0, results: [] });
    let results: Result[] = [];
    let problem: string | undefined;
    try {
      await work({
        stopped: () => stop.current,
        onTurn: (done, sofar) => {
          results = sofar;
          setState({ phase: phases[0], bulkId, done, results: sofar });
        },
      });
    } catch (fault) {
      problem = problemWords(fault);
    }
    setState({ phase: phases[1], bulkId, done: ids.length, results, ...(problem ? { problem } : {}) });
    void refresh(['ticket', 'commitment']);
  };
  const begin = (what: What) => {
    const bulkId = newBulk();
    void go(['running', 'done'], bulkId, (turns) => doAll(bulkId, ids, what, turns));
  };
  if (state.phase === 'asking') return <BulkForm begin={begin} />;
  const working = state.phase === 'running' || state.phase === 'undoing';
  const undoable = state.results.filter((one) => one.undoable).map((one) => one.ticketId);
  return (
    <div className={styles['results']}>
      {working ? <Working done={state.done} of={ids.length} stop={() => (stop.current = true)} /> : null}
      {state.phase === 'done' || state.phase === 'undone' ? (
        <p role="status">
          {state.phase === 'done'
            ? t('bulk.done_of', { done: count(state.results, true), of: ids.length })
            : t('bulk.undone_of', { done: count(state.results, true), of: state.results.length })}
        </p>
      ) : null}
      {state.problem ? <p role="alert">{state.problem}</p> : null}
      <Results results={state.results} lines={lines} undone={state.phase === 'undone'} />
      {working ? null : (
        <div className={styles['buttons']}>
          {state.phase === 'done' ? (
            <ActionButton
              label={t('bulk.undo')}
              refused={undoable.length === 0 ? t('bulk.nothing_to_undo') : null}
              onRun={() =>
                void go(['undoing', 'undone'], state.bulkId, (turns) =>
                  undoAll(state.bulkId, done(state.results), turns),
                )
              }
            />
          ) : null}
          <ActionButton label={t('bulk.close')} kind="primary" onRun={close} />
        </div>
      )}
    </div>
  );
}

const count = (results: readonly Result[], done: boolean): number =>
  results.filter((one) => (one.why === null) === done).length;
/** What was done at all is asked to be taken back: what stands says why. */
const done = (results: readonly Result[]): string[] =>
  results.filter((one) => one.why === null).map((one) => one.ticketId);

function Working({ done: so, of, stop }: { done: number; of: number; stop: () => void }) {
  return (
    <>
      <progress value={so} max={of} aria-label={t('bulk.progress')} />
      <p role="status">{t('bulk.so_far', { done: so, of })}</p>
      <ActionButton label={t('bulk.stop')} onRun={stop} />
    </>
  );
}

type ResultsProps = { results: readonly Result[]; lines: readonly TicketLine[]; undone: boolean };

/** Those refused first, each with why. */
function Results({ results, lines, undone }: ResultsProps) {
  const sorted = [...results].sort((one, other) => Number(one.why === null) - Number(other.why === null));
  return (
    <ul className={styles['list']} aria-label={t('bulk.results')}>
      {sorted.map(({ ticketId, why }) => {
        const line = lines.find((one) => one.id === ticketId);
        return (
          <li key={ticketId} data-refused={why ? true : undefined}>
            <span className="cut">{line ? `${line.number} ${line.title}` : ticketId}</span>
            <span>{why ? refusalWords(why) : undone ? t('bulk.taken_back') : t('bulk.done')}</span>
          </li>
        );
      })}
    </ul>
  );
}
