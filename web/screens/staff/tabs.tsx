import { useSession } from '../../session/session.ts';
import type { ViewTab } from '../../ui/view-tabs.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';

export type StaffTab = 'members' | 'assessments' | 'records' | 'moves' | 'structure' | 'file';

/** The parts of the screen of staff, of which whoever reads no files but his own has that one only; and the way to what else is of them. */
export function StaffTabs({ tab }: { tab: StaffTab }) {
  const { person, rights } = useSession();
  const reads = rights.some((right) => right.startsWith('staff.'));
  const tabs: (ViewTab & { files?: true })[] = [
    { key: 'members', label: t('staff.tab_members'), to: '/staff', files: true },
    { key: 'assessments', label: t('staff.tab_assessments'), to: '/staff/assessments', files: true },
    { key: 'records', label: t('staff.tab_records'), to: '/staff/records', files: true },
    { key: 'moves', label: t('staff.tab_moves'), to: '/staff/moves', files: true },
    { key: 'structure', label: t('staff.tab_structure'), to: '/staff/structure', files: true },
    { key: 'file', label: t('staff.tab_file'), to: reads ? `/staff/members/${person.id}` : '/staff' },
    { key: 'training', label: t('training.title'), to: '/staff/training' },
    { key: 'attendance', label: t('attendance.title'), to: '/staff/attendance' },
  ];
  return (
    <ViewTabs label={t('staff.title')} to="/staff" tabs={tabs.filter(({ files }) => reads || !files)} view={tab} />
  );
}
