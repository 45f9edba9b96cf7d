import { IconTableExport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Query } from '../../server/api.ts';
import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../../ui/toast.ts';
import { problemWords } from '../../server/refusals.ts';
import { t } from '../../words/words.ts';
import type { Format } from './taking-out.ts';
import { takeOut } from './taking-out.ts';
import styles from './take-out.module.css';

type TakeOutProps = {
  /** Key of the list in the API. */
  list: string;
  /** What people call it. */
  name: string;
  /** What the screen narrows it by, as it asks the API. */
  query?: Query;
};

type Going = { id: string; stop: AbortController };

/** Takes a list out as a table: what the screen shows now, all of it, not only the page in sight. */
export function TakeOut({ list, name, query = {} }: TakeOutProps) {
  const [opened, setOpened] = useState(false);
  const [going, setGoing] = useState<Going | null>(null);
  const begin = async (format: Format) => {
    const stop = new AbortController();
    const file = takeOut(list, query, format, stop.signal);
    setGoing({ id: file.id, stop });
    const problem = await file.saved.then(
      () => null,
      (failure: unknown) => failure,
    );
    const rows = await rowsOf(file.id);
    if (stop.signal.aborted) say(t('exchange.stopped'), 'news');
    else if (problem) say(problemWords(problem), 'problem');
    else say(t('exchange.taken', { count: rows }));
    setGoing(null);
    setOpened(false);
  };
  const close = () => {
    going?.stop.abort();
    setOpened(false);
  };
  return (
    <>
      <ActionButton label={t('exchange.take_out')} icon={IconTableExport} kind="quiet" onRun={() => setOpened(true)} />
      <Dialog opened={opened} close={close} title={t('exchange.take_out_title', { name })}>
        <div className={styles['dialog']}>
          <p>{t('exchange.take_out_why')}</p>
          {going ? (
            <>
              <Progress id={going.id} />
              <ActionButton label={t('exchange.stop')} onRun={() => going.stop.abort()} />
            </>
          ) : (
            <div className={styles['formats']}>
              <ActionButton label={t('exchange.xlsx')} kind="primary" onRun={() => void begin('xlsx')} />
              <ActionButton label={t('exchange.csv')} onRun={() => void begin('csv')} />
            </div>
          )}
        </div>
      </Dialog>
    </>
  );
}

async function rowsOf(id: string): Promise<number> {
  return api.get<{ rows: number }>(`lists/taken-out/${id}`).then(
    ({ rows }) => rows,
    () => 0,
  );
}

const LOOK_EVERY_MS = 1_000;

/** How far it has come, as the server notes it. */
function Progress({ id }: { id: string }) {
  const [rows, setRows] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => void rowsOf(id).then(setRows), LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [id]);
  return <p role="status">{t('exchange.taking', { count: rows })}</p>;
}
