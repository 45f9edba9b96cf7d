import { useParams } from '@tanstack/react-router';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Page } from '../../../ui/page.tsx';
import { Facts, Notice } from '../../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { absolute, numberWords } from '../../../ui/time.ts';
import { said, t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import { Columns } from './columns.tsx';
import { ImportActions } from './import-actions.tsx';
import styles from './import.module.css';
import type { ImportPage } from './imports.ts';
import { isWorking, stateWords } from './imports.ts';
import { Outcome } from './outcome.tsx';

/** One file that came in: its columns, a look at what would come of each row, the taking, and the way back. */
export function Import() {
  const { id } = useParams({ strict: false }) as { id: string };
  const read = useRead<ImportPage>(`imports/${id}`, { about: ['import', `import/${id}`] });
  const { data } = read;
  return (
    <Page
      title={data ? t('imports.title', { name: said(data.name) }) : t('imports.page')}
      aside={data ? stateWords(data.state) : null}
      actions={data ? <ImportActions one={data} /> : null}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? <Parts one={data} /> : null}
    </Page>
  );
}

function Parts({ one }: { one: ImportPage }) {
  const looked = one.state !== 'ready' && one.state !== 'previewing';
  return (
    <>
      <Facts
        lines={[
          { label: t('imports.file'), value: `${one.fileName} · ${t('imports.rows', { count: one.rows })}` },
          { label: t('imports.by'), value: `${one.person.name} · ${absolute(one.madeAt)}` },
        ]}
      />
      {one.forgotten ? <Notice tone="wait">{t('imports.forgotten')}</Notice> : null}
      {isWorking(one) ? <Progress one={one} /> : null}
      {looked && !one.forgotten ? <Outcome one={one} /> : null}
      {one.state === 'ready' || one.state === 'previewed' ? <Columns key={one.id} one={one} /> : null}
    </>
  );
}

function Progress({ one }: { one: ImportPage }) {
  const stop = useWrite({
    send: (_: void, options) => api.post(`imports/${one.id}/stop`, {}, options),
    changes: () => ['import'],
  });
  const progress = { done: numberWords(one.done), rows: numberWords(one.rows) };
  return (
    <div className={styles['progress']} role="status">
      <progress aria-label={stateWords(one.state)} value={one.done} max={Math.max(1, one.rows)} />
      <span>{t('imports.progress', progress)}</span>
      <ActionButton label={t('imports.stop')} busy={stop.busy} onRun={() => void stop.run()} />
    </div>
  );
}
