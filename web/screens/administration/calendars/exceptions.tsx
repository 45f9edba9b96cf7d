import { NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ActionButton } from '../../../ui/action-button.tsx';
import { dayOf, nowMs } from '../../../ui/time.ts';
import { t } from '../../../words/words.ts';
import type { Exception, Rules, Span } from './calendar-rules.ts';
import { withExceptions, withoutException, yearsOf } from './calendar-rules.ts';
import styles from './calendars.module.css';
import { PublicHolidays } from './public-holidays.tsx';
import { Spans } from './spans.tsx';

type Props = { rules: Rules; change: (rules: Rules) => void; may: boolean; lacks: number | null };

/** Dates that are not as their weekday is: holidays, and make-up working days with hours of their own. */
export function Exceptions({ rules, change, may, lacks }: Props) {
  const thisYear = dayOf(nowMs()).slice(0, 4);
  const years = [...new Set([...yearsOf(rules), thisYear, ...(lacks ? [String(lacks)] : [])])].sort().toReversed();
  const [year, setYear] = useState(lacks ? String(lacks) : thisYear);
  const shown = rules.exceptions.filter(({ date }) => date.startsWith(`${year}-`));
  return (
    <>
      <div className={styles['row']}>
        <NativeSelect
          label={t('calendars.year')}
          value={year}
          onChange={(event) => setYear(event.currentTarget.value)}
          data={years}
        />
        {may ? <PublicHolidays year={Number(year)} rules={rules} change={change} /> : null}
      </div>
      {shown.length === 0 ? <p className="dim">{t('calendars.no_exceptions', { year })}</p> : null}
      <ul className={styles['dates']}>
        {shown.map((one) => (
          <Line key={one.date} one={one} may={may} rules={rules} change={change} />
        ))}
      </ul>
      {may ? <AddDate rules={rules} change={change} year={year} /> : null}
    </>
  );
}

function Line({ one, may, rules, change }: { one: Exception } & Omit<Props, 'lacks'>) {
  return (
    <li>
      <span className={styles['date']}>{one.date}</span>
      <span>{one.name}</span>
      <Spans
        day={one.date}
        spans={one.spans}
        change={(spans) => change(withExceptions(rules, [{ ...one, spans }]))}
        may={may}
      />
      {may ? (
        <ActionButton
          label={t('calendars.remove_date', { date: one.date })}
          icon={IconTrash}
          iconOnly
          kind="quiet"
          onRun={() => change(withoutException(rules, one.date))}
        />
      ) : null}
    </li>
  );
}

function AddDate({ rules, change, year }: { rules: Rules; change: (rules: Rules) => void; year: string }) {
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [sort, setSort] = useState('holiday');
  const refused = date && name.trim() ? null : t('calendars.date_needs');
  const add = () => {
    const spans: Span[] = sort === 'holiday' ? [] : rules.weekly['1'];
    change(withExceptions(rules, [{ date, name: name.trim(), spans }]));
    setDate('');
    setName('');
  };
  return (
    <div className={styles['row']}>
      <TextInput
        type="date"
        label={t('calendars.date')}
        min={`${year}-01-01`}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextInput
        label={t('calendars.date_name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('calendars.sort')}
        value={sort}
        onChange={(event) => setSort(event.currentTarget.value)}
        data={[
          { value: 'holiday', label: t('calendars.holiday') },
          { value: 'make_up', label: t('calendars.make_up') },
        ]}
      />
      <ActionButton label={t('calendars.add_date')} icon={IconPlus} refused={refused} onRun={add} />
    </div>
  );
}
