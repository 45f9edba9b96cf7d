import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import styles from './attendance.module.css';
import { DiaryPart } from './diary.tsx';
import { AttendanceList } from './list.tsx';
import { Leaves } from './leaves.tsx';
import { MyAttendance } from './mine.tsx';
import { MonthSheet } from './month.tsx';
import { RotaOfWeek } from './rota.tsx';
import type { View } from './search.ts';
import { WagesPart } from './wages.tsx';
import { views } from './search.ts';

const route = getRouteApi('/inside/staff/attendance');

const PARTS: Record<View, ComponentType> = {
  mine: MyAttendance,
  rota: RotaOfWeek,
  list: AttendanceList,
  leave: Leaves,
  month: MonthSheet,
  diary: DiaryPart,
  wages: WagesPart,
};

/** Who is due when, who came, leave, and the month that is reviewed: each part under its own address. */
export function Attendance() {
  const { view = 'mine' } = route.useSearch();
  const Part = PARTS[view];
  const fills = view === 'list' || view === 'leave';
  return (
    <Page title={t('attendance.title')} shape={fills ? 'fill' : 'read'}>
      <div className={fills ? styles['filled'] : styles['page']}>
        <ViewTabs
          label={t('attendance.parts')}
          to="/staff/attendance"
          tabs={views.map((key) => ({ key, label: t(`attendance.view_${key}`) }))}
          view={view}
        />
        <Part />
      </div>
    </Page>
  );
}
