import { Facts, Section } from '../../ui/section.tsx';
import { Prose } from '../../ui/prose.tsx';
import { absolute, absoluteDay, dateOf } from '../../ui/time.ts';
import { ThingLink } from '../../matter/thing-link.tsx';
import { t } from '../../words/words.ts';
import type { ArticleView } from './knowledge.ts';
import { languageOf, readable } from '../../matter/written.ts';
import { audienceWords, ownerWords } from './knowledge.ts';

type Read = Pick<
  ArticleView,
  'body' | 'language' | 'source' | 'inForceOn' | 'sort' | 'customerSort' | 'situation' | 'wasSaid' | 'worked'
>;

/** What it says, as it is read; the preview of whoever writes it shows the same. */
export function ArticleBody({ article }: { article: Read }) {
  const { tag, says } = languageOf(article.body, article);
  const said = readable(article.body, article);
  return (
    <>
      {says && said ? <p className="dim">{t('knowledge.only_in', { language: says })}</p> : null}
      {article.sort === 'experience' ? (
        <Facts
          lines={[
            { label: t('knowledge.customer_sort'), value: article.customerSort },
            { label: t('knowledge.situation'), value: article.situation },
            { label: t('knowledge.was_said'), value: article.wasSaid },
            { label: t('knowledge.worked'), value: article.worked },
          ]}
        />
      ) : null}
      {said ? <Prose text={said} lang={tag} /> : null}
      {article.source || article.inForceOn ? (
        <Facts
          lines={[
            { label: t('knowledge.source'), value: article.source },
            { label: t('knowledge.in_force_on'), value: article.inForceOn ? absoluteDay(article.inForceOn) : null },
          ]}
        />
      ) : null}
    </>
  );
}

/** Who answers for it, since when it is known to be right, and until when that holds. */
export function ArticleFacts({ article }: { article: ArticleView }) {
  const by = article.confirmedBy?.name ?? t('knowledge.by_pack');
  return (
    <Section title={t('knowledge.answers')}>
      <Facts
        lines={[
          { label: t('knowledge.owner'), value: ownerWords(article) },
          { label: t('knowledge.audience'), value: audienceWords(article) },
          {
            label: t('knowledge.confirmed'),
            value: t('knowledge.confirmed_by', { date: dateOf(article.confirmedAt), name: by }),
          },
          { label: t('knowledge.review_by'), value: article.reviewBy ? dateOf(article.reviewBy) : null },
          {
            label: t('knowledge.version'),
            value: [
              t('knowledge.n_version', { n: article.version }),
              article.writtenBy?.name ?? t('knowledge.by_pack'),
              absolute(article.writtenAt),
              article.why,
            ]
              .filter(Boolean)
              .join(' · '),
          },
          {
            label: t('knowledge.from_ticket'),
            value: article.fromTicket ? (
              <ThingLink type="ticket" id={article.fromTicket.id}>
                {`${article.fromTicket.number} ${article.fromTicket.title}`}
              </ThingLink>
            ) : null,
          },
          {
            label: t('knowledge.served'),
            value: t('knowledge.served_so', {
              used: article.used,
              cited: article.cited,
              helpful: article.helpful,
              unhelpful: article.unhelpful.length,
            }),
          },
        ]}
      />
    </Section>
  );
}
