import { useState } from 'react';
import type { z } from 'zod';
import type { newsOut } from '../../../../src/configuration/news.ts';
import { api } from '../../../server/api.ts';
import { useRead } from '../../../server/queries.ts';
import { refusalWords } from '../../../server/refusals.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { AskWhy } from '../../../ui/ask-why.tsx';
import { FormProblem } from '../../../ui/form/form-problem.tsx';
import { Page } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../../ui/states.tsx';
import { absolute, numberWords } from '../../../ui/time.ts';
import { say } from '../../../ui/toast.ts';
import { said, t } from '../../../words/words.ts';
import { useWrite } from '../../../server/writes.ts';
import { AdministrationNav } from '../administration-nav.tsx';
import styles from '../administration.module.css';
import { Changes } from '../changes.tsx';
import { partWords } from './pack-words.ts';

type News = z.output<typeof newsOut>;
type Item = News['items'][number];
type Act = { item: Item; act: 'take' | 'decline' };

/** What a newer pack brings and this house has not: each is taken by one act with its reason, or said no to; nothing comes by itself. */
export function PackNews() {
  const read = useRead<News>('pack-news', { about: ['organisation', 'post', 'department', 'calendar'] });
  const [asked, ask] = useState<Act | null>(null);
  const { data } = read;
  const open = data?.items.filter((one) => one.declined === null) ?? [];
  const declined = data?.items.filter((one) => one.declined !== null) ?? [];
  return (
    <Page title={t('administration.pack')} aside={data ? said(data.pack.name) : null}>
      <AdministrationNav />
      {read.isPending ? <LoadingLines count={8} /> : null}
      {read.error && !data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {data && data.items.length === 0 ? <EmptyState title={t('pack.none')}>{t('pack.none_why')}</EmptyState> : null}
      {open.length > 0 ? (
        <Section title={t('pack.new')} aside={numberWords(open.length)}>
          <p className="dim">{t('pack.new_why')}</p>
          {open.map((item) => (
            <Thing key={`${item.part} ${item.key}`} item={item} can={data!.can} ask={ask} />
          ))}
        </Section>
      ) : null}
      {declined.length > 0 ? (
        <Section title={t('pack.declined')} aside={numberWords(declined.length)}>
          {declined.map((item) => (
            <Thing key={`${item.part} ${item.key}`} item={item} can={data!.can} ask={ask} />
          ))}
        </Section>
      ) : null}
      {asked ? <Ask key={`${asked.item.part} ${asked.item.key}`} {...asked} close={() => ask(null)} /> : null}
    </Page>
  );
}

function Thing({ item, can, ask }: { item: Item; can: News['can']; ask: (act: Act) => void }) {
  const { name, about, declined, faults, content } = item;
  const [fault] = faults;
  return (
    <article className={styles['part']} aria-label={said(name)}>
      <h3>
        {partWords(item.part)} · {said(name)}
      </h3>
      {about ? <p>{said(about)}</p> : null}
      {fault ? <p>{t('pack.needs', { why: refusalWords(fault) })}</p> : null}
      {declined ? (
        <p className="dim">
          {t('pack.declined_by', {
            who: declined.by?.name ?? t('journal.system'),
            at: absolute(declined.at),
            why: declined.why,
          })}
        </p>
      ) : null}
      <details>
        <summary>{t('pack.content')}</summary>
        <Changes changes={content} />
      </details>
      <div className={styles['row']}>
        <ActionButton
          label={t('pack.take', { name: said(name) })}
          refused={fault ? refusalWords(fault) : null}
          can={can}
          action="take"
          kind="primary"
          onRun={() => ask({ item, act: 'take' })}
        />
        {declined ? null : (
          <ActionButton
            label={t('pack.decline', { name: said(name) })}
            can={can}
            action="decline"
            onRun={() => ask({ item, act: 'decline' })}
          />
        )}
      </div>
    </article>
  );
}

function Ask({ item, act, close }: Act & { close: () => void }) {
  const name = said(item.name);
  const label = t(act === 'take' ? 'pack.take' : 'pack.decline', { name });
  const write = useWrite<string>({
    send: (why, options) => api.post(`pack-news/${item.part}/${item.key}/${act}`, { why }, options),
    changes: () => ['organisation', 'post', 'department', 'calendar', 'offering', 'round', 'spot_check'],
    done: () => {
      say(t(act === 'take' ? 'pack.taken' : 'pack.declined_done', { name }));
      close();
    },
    failed: () => true,
  });
  return (
    <AskWhy opened close={close} title={label} act={label} busy={write.busy} run={(why) => void write.run(why)}>
      <p>{t(act === 'take' ? 'pack.take_why' : 'pack.decline_why')}</p>
      <FormProblem problem={write.problem} shown={[]} />
    </AskWhy>
  );
}
