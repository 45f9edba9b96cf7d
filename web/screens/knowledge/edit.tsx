import { getRouteApi, useNavigate, useParams } from '@tanstack/react-router';
import type { z } from 'zod';
import type { ArticleSort } from '../../../src/knowledge/article.ts';
import type { fromTicketOut } from '../../../src/knowledge/view-acts.ts';
import { api } from '../../server/api.ts';
import { useRead } from '../../server/queries.ts';
import { Page } from '../../ui/page.tsx';
import { Notice } from '../../ui/section.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { ArticleForm } from './form.tsx';
import type { ArticleView } from './knowledge.ts';
import { readable } from '../../matter/written.ts';
import { factsOf, newValues, valuesOf } from './values.ts';

const route = getRouteApi('/inside/knowledge/new');

/** A new article: empty, or begun from a solved matter without its names and numbers (KNOW-05). */
export function NewArticle() {
  const { from, sort } = route.useSearch();
  const read = useRead<z.output<typeof fromTicketOut>>(`tickets/${from ?? ''}/article`, {
    about: [],
    enabled: from !== undefined,
  });
  const title = t(sort === 'experience' ? 'knowledge.add_note' : 'knowledge.add');
  return (
    <Page title={title}>
      {from && read.isPending ? <LoadingLines count={10} /> : null}
      {from && read.error ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {from === undefined || read.data ? (
        <Begun begun={read.data} sort={(sort ?? 'guide') as ArticleSort} fromTicketId={from} />
      ) : null}
    </Page>
  );
}

type BegunProps = {
  begun: z.output<typeof fromTicketOut> | undefined;
  sort: ArticleSort;
  fromTicketId?: string | undefined;
};

function Begun({ begun, sort, fromTicketId }: BegunProps) {
  const navigate = useNavigate();
  return (
    <>
      {begun ? <Notice tone="wait">{t('knowledge.from_case', { number: String(begun.ticket.number) })}</Notice> : null}
      <ArticleForm
        subject={fromTicketId ? `ticket/${fromTicketId}/article` : `article/new-${sort}`}
        initial={newValues(sort, begun)}
        submit={t('knowledge.write')}
        send={(values, options) =>
          api.post<{ id: string }>(
            'articles',
            { ...factsOf(values), ...(fromTicketId ? { fromTicketId } : {}) },
            options,
          )
        }
        done={(answer) => {
          say(t('knowledge.written'));
          void navigate({ to: '/knowledge/$id', params: { id: (answer as { id: string }).id } });
        }}
      />
    </>
  );
}

/** A new version of an article. */
export function EditArticle() {
  const { id } = useParams({ from: '/inside/knowledge/$id/edit' });
  const navigate = useNavigate();
  const read = useRead<ArticleView>(`articles/${id}`, { about: [`article/${id}`] });
  const article = read.data;
  return (
    <Page title={article ? readable(article.title, article) : t('knowledge.revise')} aside={t('knowledge.revise')}>
      {read.isPending ? <LoadingLines count={10} /> : null}
      {read.error && !article ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {article ? (
        <ArticleForm
          key={id}
          subject={`article/${id}/edit`}
          initial={valuesOf(article)}
          version={article.version}
          article={article}
          submit={t('knowledge.write_version')}
          send={({ why, amendments, ...values }, options, known) =>
            api.put(
              `articles/${id}`,
              { ...factsOf({ ...values, why, amendments }), why, amendments, version: known.version },
              options,
            )
          }
          done={() => {
            say(t('knowledge.written'));
            void navigate({ to: '/knowledge/$id', params: { id } });
          }}
        />
      ) : null}
    </Page>
  );
}
