import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { feedMade, feedsOut } from '../../../src/calendar-feed/inputs.ts';
import { api } from '../../server/api.ts';
import { apiUrl } from '../../server/base.ts';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { Table } from '../../ui/table.tsx';
import { When } from '../../ui/when.tsx';
import { said, t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import styles from './account.module.css';

type Feeds = z.output<typeof feedsOut>;
type Made = z.output<typeof feedMade>;
type Line = { departmentId: string | null; name: string; feed: Feeds['items'][number] | null };
type Asked = { line: Line; way: 'renew' | 'end' };

/** One's appointments and promises in one's own calendar program: secret addresses, made, renewed and ended here. */
export function CalendarFeeds() {
  const read = useRead<Feeds>('me/calendars', { about: ['session'] });
  const [asked, ask] = useState<Asked | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const make = useWrite<string | null, Made>({
    send: (departmentId, options) => api.post<Made>('me/calendars', departmentId ? { departmentId } : {}, options),
    changes: () => ['session'],
    done: (answer) => {
      ask(null);
      setMade(answer);
    },
  });
  const { data } = read;
  return (
    <Section title={t('calendar_feeds.title')}>
      <p className="dim">{t('calendar_feeds.why')}</p>
      {read.isPending ? <LoadingLines count={2} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data ? (
        <>
          <FeedTable data={data} make={(line) => void make.run(line.departmentId)} ask={ask} />
          {data.can['rule'] === null ? <Rule names={data.names} /> : null}
        </>
      ) : null}
      <Ask asked={asked} close={() => ask(null)} renew={(line) => void make.run(line.departmentId)} busy={make.busy} />
      <Dialog opened={made !== null} close={() => setMade(null)} title={t('calendar_feeds.new')}>
        {made ? <Address made={made} close={() => setMade(null)} /> : null}
      </Dialog>
    </Section>
  );
}

/** One's own first, then the departments one heads; also an address that was made for one that is headed no more. */
function linesOf({ items, departments }: Feeds): Line[] {
  const feedOf = (id: string | null) => items.find(({ department }) => (department?.id ?? null) === id) ?? null;
  const former = items.flatMap(({ department }) => department ?? []);
  const known = new Map([...departments, ...former].map((one) => [one.id, one]));
  return [
    { departmentId: null, name: t('calendar_feeds.own'), feed: feedOf(null) },
    ...[...known.values()].map(({ id, name }) => ({
      departmentId: id,
      name: t('calendar_feeds.of', { name: said(name) }),
      feed: feedOf(id),
    })),
  ];
}

type FeedTableProps = { data: Feeds; make: (line: Line) => void; ask: (asked: Asked) => void };

function FeedTable({ data, make, ask }: FeedTableProps) {
  return (
    <Table
      label={t('calendar_feeds.title')}
      rows={linesOf(data)}
      rowId={({ departmentId }) => departmentId ?? 'own'}
      columns={[
        { key: 'name', label: t('calendar_feeds.which'), cell: ({ name }) => name },
        {
          key: 'used',
          label: t('calendar_feeds.used'),
          cell: ({ feed }) =>
            feed?.lastUsedAt ? <When at={feed.lastUsedAt} /> : feed ? t('calendar_feeds.never') : '',
        },
        {
          key: 'acts',
          label: t('calendar_feeds.address'),
          cell: (line) =>
            line.feed ? (
              <div className={styles['row']}>
                <ActionButton
                  label={t('calendar_feeds.renew')}
                  kind="quiet"
                  onRun={() => ask({ line, way: 'renew' })}
                />
                <ActionButton label={t('calendar_feeds.end')} kind="quiet" onRun={() => ask({ line, way: 'end' })} />
              </div>
            ) : (
              <ActionButton label={t('calendar_feeds.make')} onRun={() => make(line)} />
            ),
        },
      ]}
    />
  );
}

type AskProps = { asked: Asked | null; close: () => void; renew: (line: Line) => void; busy: boolean };

function Ask({ asked, close, renew, busy }: AskProps) {
  const end = useWrite<string>({
    send: (id, options) => api.delete(`me/calendars/${id}`, options),
    changes: () => ['session'],
    done: close,
  });
  const ending = asked?.way === 'end';
  const run = () => {
    if (!asked) return;
    if (ending) void end.run(asked.line.feed!.id);
    else renew(asked.line);
  };
  return (
    <AskFirst
      opened={asked !== null}
      close={close}
      title={ending ? t('calendar_feeds.end_title') : t('calendar_feeds.renew_title')}
      act={ending ? t('calendar_feeds.end') : t('calendar_feeds.renew')}
      busy={busy || end.busy}
      run={run}
    >
      <p>{ending ? t('calendar_feeds.end_why') : t('calendar_feeds.renew_why')}</p>
    </AskFirst>
  );
}

function Address({ made, close }: { made: Made; close: () => void }) {
  return (
    <div className={styles['stack']}>
      <p>{t('calendar_feeds.once')}</p>
      <p className={styles['token']}>{new URL(apiUrl(made.path), window.location.href).href}</p>
      <div>
        <ActionButton label={t('calendar_feeds.kept')} kind="primary" onRun={close} />
      </div>
    </div>
  );
}

function Rule({ names }: { names: boolean }) {
  const change = useWrite<boolean>({
    send: (to, options) => api.put('calendar-rule', { names: to }, options),
    changes: () => ['session'],
  });
  return (
    <Switch
      size="md"
      label={t('calendar_feeds.rule')}
      description={t('calendar_feeds.rule_why')}
      checked={names}
      disabled={change.busy}
      onChange={(event) => void change.run(event.currentTarget.checked)}
    />
  );
}
