import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../server/queries.ts';
import { Section } from '../../../ui/section.tsx';
import { numberWords } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import styles from './import.module.css';
import type { ImportPage, ListsIn, Result } from './imports.ts';
import { RESULTS, resultWords } from './imports.ts';
import { RefusedFile } from './refused-file.tsx';
import { Rows } from './rows.tsx';

/** How many rows add, change, are known or refused, and the rows of each. */
export function Outcome({ one }: { one: ImportPage }) {
  const lists = useRead<ListsIn>('lists/in', { about: ['session'] });
  const fields = lists.data?.items.find(({ key }) => key === one.list)?.fields ?? [];
  const { counts } = one;
  const there = RESULTS.filter((result) => counts[result] > 0);
  const [chosen, choose] = useState<Result | null>(null);
  const shown = chosen !== null && there.includes(chosen) ? chosen : (there.find(isTold(one)) ?? there[0]);
  const before = one.state === 'previewed';
  return (
    <Section title={before ? t('imports.outcome') : t('imports.outcome_after')}>
      {before ? <p>{t('imports.run_why', counts)}</p> : null}
      {counts.undone > 0 ? (
        <p>
          {resultWords('undone')}: {numberWords(counts.undone)}
        </p>
      ) : null}
      {shown ? (
        <SegmentedControl
          aria-label={t('imports.show')}
          className={styles['results']}
          value={shown}
          onChange={(value) => choose(value as Result)}
          data={there.map((result) => ({
            value: result,
            label: `${resultWords(result)} ${numberWords(counts[result])}`,
          }))}
        />
      ) : null}
      {shown === 'refused' ? <RefusedFile one={one} /> : null}
      {shown ? <Rows key={`${one.state} ${shown}`} one={one} fields={fields} result={shown} /> : null}
    </Section>
  );
}

/** Of what was taken back, first what could not be. */
function isTold({ counts }: ImportPage): (result: Result) => boolean {
  return (result) => (counts.kept > 0 ? result === 'kept' : true);
}
