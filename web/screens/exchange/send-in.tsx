import { NativeSelect } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ListKey } from '../../../src/exchange/in/keys.ts';
import { LISTS_IN_BY_RIGHT } from '../../../src/exchange/in/keys.ts';
import { api } from '../../server/api.ts';
import { apiUrl } from '../../server/base.ts';
import type { Page } from '../../server/contract.ts';
import { newId } from '../../server/ids.ts';
import { useRead } from '../../server/queries.ts';
import { problemWords } from '../../server/refusals.ts';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { absolute, nowMs } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { ImportLine, ListsIn } from './import/imports.ts';
import { stateWords } from './import/imports.ts';
import styles from './send-in.module.css';

type SendInProps = {
  list: ListKey;
  /** What people call it. */
  name: string;
};

/** Brings a list in from a file: choose it here, look at it and take it on a page of its own. */
export function SendIn({ list, name }: SendInProps) {
  const may = useRight(LISTS_IN_BY_RIGHT[list]);
  const [opened, setOpened] = useState(false);
  if (!may) return null;
  return (
    <>
      <SendInButton open={() => setOpened(true)} />
      <Dialog opened={opened} close={() => setOpened(false)} title={t('imports.title', { name })}>
        <div className={styles['dialog']}>
          <OneList list={list} />
        </div>
      </Dialog>
    </>
  );
}

/** The same of whichever list one may bring in. */
export function SendAnyIn() {
  const lists = useRead<ListsIn>('lists/in', { about: ['session'] });
  const [opened, setOpened] = useState(false);
  const [chosen, choose] = useState<ListKey | null>(null);
  const items = lists.data?.items ?? [];
  const [first] = items;
  if (!first) return null;
  const list = chosen ?? (first.key as ListKey);
  return (
    <>
      <SendInButton open={() => setOpened(true)} />
      <Dialog opened={opened} close={() => setOpened(false)} title={t('imports.page')}>
        <div className={styles['dialog']}>
          <NativeSelect
            label={t('imports.which')}
            value={list}
            data={items.map(({ key, name }) => ({ value: key, label: said(name) }))}
            onChange={(event) => choose(event.currentTarget.value as ListKey)}
          />
          <OneList key={list} list={list} />
        </div>
      </Dialog>
    </>
  );
}

function SendInButton({ open }: { open: () => void }) {
  return <ActionButton label={t('imports.send_in')} icon={IconTableImport} kind="quiet" onRun={open} />;
}

function OneList({ list }: Pick<SendInProps, 'list'>) {
  const lists = useRead<ListsIn>('lists/in', { about: ['session'] });
  const about = lists.data?.items.find(({ key }) => key === list)?.about;
  return (
    <>
      <p>{t('imports.why')}</p>
      {about ? <p>{said(about)}</p> : null}
      <Upload list={list} />
      <p className={styles['links']}>
        {(['xlsx', 'csv'] as const).map((format) => (
          <a key={format} href={apiUrl(`lists/in/${list}/example?format=${format}`)} download>
            {format === 'xlsx' ? t('imports.example_xlsx') : t('imports.example_csv')}
          </a>
        ))}
      </p>
      <Earlier list={list} />
    </>
  );
}

function Upload({ list }: Pick<SendInProps, 'list'>) {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (file: File) => {
    setBusy(true);
    setProblem(null);
    const id = newId<'import'>(nowMs());
    const query = new URLSearchParams({ id, name: file.name.slice(0, 200) });
    const wrong = await api.post(`lists/in/${list}?${query}`, file).then(
      () => null,
      (failure: unknown) => problemWords(failure),
    );
    setBusy(false);
    setProblem(wrong);
    if (wrong === null) void navigate({ to: `/imports/${id}` });
  };
  return (
    <div>
      <label className={styles['file']}>
        {t('imports.choose')}
        <input
          type="file"
          accept=".csv,.txt,.xlsx"
          disabled={busy}
          aria-describedby="import-problem"
          aria-invalid={problem !== null}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void send(file);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <p id="import-problem" role="status" className={problem ? styles['problem'] : 'dim'}>
        {busy ? t('imports.reading') : problem}
      </p>
    </div>
  );
}

function Earlier({ list }: Pick<SendInProps, 'list'>) {
  const read = useRead<Page<ImportLine>>('imports', { about: ['import'], query: { list, limit: 5 } });
  if (!read.data || read.data.items.length === 0) return null;
  return (
    <section aria-label={t('imports.earlier')}>
      <h3>{t('imports.earlier')}</h3>
      <ul className={styles['earlier']}>
        {read.data.items.map((one) => (
          <li key={one.id}>
            <Link to={`/imports/${one.id}` as string}>{one.fileName}</Link>
            <span className="dim">
              {absolute(one.madeAt)} · {stateWords(one.state)}
            </span>
          </li>
        ))}
      </ul>
      <Link to={`/imports?list=${list}` as string}>{t('imports.all_of_list')}</Link>
    </section>
  );
}
