import { TextInput } from '@mantine/core';
import type { ArticleSort } from '../../../src/knowledge/article.ts';
import { ARTICLE_SORTS } from '../../../src/knowledge/article.ts';
import { api } from '../../server/api.ts';
import { NumberField } from '../../ui/form/number-field.tsx';
import { useDraftForm } from '../../ui/form/draft-form.ts';
import { FormFrame } from '../../ui/form/form-frame.tsx';
import { t } from '../../words/words.ts';
import { sortWords } from './knowledge.ts';
import styles from './knowledge.module.css';

type Days = Record<ArticleSort, number>;

/** After how many days each sort is looked at again; it holds from each article's next look on. */
export function Intervals({ days, done }: { days: Partial<Days>; done: () => void }) {
  const draft = useDraftForm({
    subject: 'article/intervals',
    initial: { days: days as Days, why: '' },
    check: ({ why }) => ({ why: why.trim() ? null : t('knowledge.needed') }),
    send: (values, options) => api.put('articles/review-days', values, options),
    changes: () => ['article', 'organisation'],
    done,
  });
  const { form } = draft;
  return (
    <FormFrame draft={draft} submit={t('knowledge.save')}>
      <p className="dim">{t('knowledge.intervals_why')}</p>
      <div className={styles['fields']}>
        {ARTICLE_SORTS.map((sort) => (
          <NumberField
            key={sort}
            label={sortWords(sort)}
            suffix={` ${t('knowledge.days')}`}
            min={7}
            max={1825}
            allowDecimal={false}
            {...form.getInputProps(`days.${sort}`)}
          />
        ))}
      </div>
      <TextInput label={t('calendars.why')} required maxLength={200} {...form.getInputProps('why')} />
    </FormFrame>
  );
}
