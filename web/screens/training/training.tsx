import { IconCalendarPlus } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Go } from '../../ui/go.tsx';
import { Page } from '../../ui/page.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { t } from '../../words/words.ts';
import { Figures } from './figures.tsx';
import { Mastery } from './mastery.tsx';
import { Needs } from './needs.tsx';
import { Paths } from './paths.tsx';
import { Plan } from './plan.tsx';
import { Rules } from './rules.tsx';
import { views } from './search.ts';
import styles from './training.module.css';
import { useTraining } from './training-data.ts';

const route = getRouteApi('/inside/staff/training');
const SHOWN = { plan: Plan, needs: Needs, paths: Paths, mastery: Mastery, figures: Figures, rules: Rules };

/** Training: the plan and what was held of it, who lacks what, new members, what people master, and the rules of it. */
export function Training() {
  const { view = 'plan' } = route.useSearch();
  const navigate = useNavigate();
  const { person } = useSession();
  const { data } = useTraining();
  const Shown = SHOWN[view];
  return (
    <Page
      title={t('training.title')}
      shape="fill"
      actions={
        <>
          <Go to={`/staff/training/people/${person.id}`}>{t('training.my_record')}</Go>
          {data?.can['plan'] === null ? (
            <ActionButton
              label={t('training.plan_session')}
              icon={IconCalendarPlus}
              kind="primary"
              hotkey="n"
              onRun={() => void navigate({ to: '/staff/training/new', search: {} })}
            />
          ) : null}
        </>
      }
    >
      <div className={styles['lists']}>
        <div className={styles['views']}>
          <ViewTabs
            label={t('training.title')}
            to="/staff/training"
            tabs={views.map((key) => ({ key, label: t(`training.view_${key}`) }))}
            view={view}
          />
        </div>
        <Shown />
      </div>
    </Page>
  );
}
