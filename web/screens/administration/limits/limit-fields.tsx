import { NativeSelect } from '@mantine/core';
import type { Limit } from '../../../../src/commitment/rule.ts';
import { t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { Fold } from '../fold.tsx';
import { LengthFields } from './length-fields.tsx';
import { LadderFields } from './ladder-fields.tsx';
import { basisWords, calendarWords, ladderLine, limitSaid } from './limit-words.ts';
import own from './limits.module.css';

type Props = { title: string; limit: Limit; change: (limit: Limit) => void; may: boolean };

/** One limit: how long, in which time, by which calendar; and who is told on the way. */
export function LimitFields({ title, limit, change, may }: Props) {
  return (
    <fieldset className={own['limit']}>
      <legend>{title}</legend>
      {may ? <Fields title={title} limit={limit} change={change} /> : <p>{limitSaid(limit)}</p>}
      <Fold summary={<summary>{t('limits.ladder', { count: limit.ladder.length })}</summary>}>
        {may ? (
          <LadderFields ladder={limit.ladder} change={(ladder) => change({ ...limit, ladder })} />
        ) : (
          <ul>
            {limit.ladder.map((rung, at) => (
              <li key={at}>{ladderLine(rung)}</li>
            ))}
          </ul>
        )}
      </Fold>
    </fieldset>
  );
}

function Fields({ title, limit, change }: Omit<Props, 'may'>) {
  const { allowance } = limit;
  return (
    <div className={styles['fields']}>
      <LengthFields
        title={title}
        text={allowance.text}
        change={(text) => change({ ...limit, allowance: { ...allowance, text } })}
      />
      <NativeSelect
        label={t('limits.basis')}
        value={allowance.basis}
        onChange={(event) =>
          change({ ...limit, allowance: { ...allowance, basis: event.currentTarget.value as 'clock' | 'working' } })
        }
        data={(['clock', 'working'] as const).map((one) => ({ value: one, label: basisWords(one) }))}
      />
      <NativeSelect
        label={t('limits.calendar')}
        value={limit.calendar}
        onChange={(event) => change({ ...limit, calendar: event.currentTarget.value as Limit['calendar'] })}
        data={(['reception', 'department', 'always'] as const).map((one) => ({
          value: one,
          label: calendarWords(one),
        }))}
      />
    </div>
  );
}
