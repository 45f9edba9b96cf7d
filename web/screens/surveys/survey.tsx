import { IconPrinter } from '@tabler/icons-react';
import { getRouteApi, useParams } from '@tanstack/react-router';
import { useRead } from '../../server/queries.ts';
import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Page } from '../../ui/page.tsx';
import { printSlip } from '../../ui/print.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { ViewTabs } from '../../ui/view-tabs.tsx';
import { said, t } from '../../words/words.ts';
import { Measures } from './measures.tsx';
import { PlanPart } from './plan-part.tsx';
import { Receivers } from './receivers.tsx';
import { RecordPart } from './record-part.tsx';
import { Results } from './results.tsx';
import { SURVEY_VIEWS } from './search.ts';
import { RoundSheet } from './sheet.tsx';
import type { Survey } from './survey-words.ts';
import { CHANGED, periodWords, stateWords } from './survey-words.ts';
import styles from './surveys.module.css';

const route = getRouteApi('/inside/surveys/$id');

/** One round: its plan, to whom it went, what it came to, what follows, and its record. */
export function OneSurvey() {
  const { id } = useParams({ from: '/inside/surveys/$id' });
  const { data, error, refetch } = useRead<Survey>(`surveys/${id}`, { about: CHANGED });
  if (!data)
    return (
      <Page title={t('surveys.title')}>
        {error ? <ErrorState problem={error} retry={() => void refetch()} /> : <LoadingLines count={12} />}
      </Page>
    );
  return <Shown survey={data} />;
}

function Shown({ survey }: { survey: Survey }) {
  const { view = survey.state === 'to_plan' || survey.state === 'to_confirm' ? 'plan' : 'receivers' } =
    route.useSearch();
  const { organisation } = useSession();
  const tabs = SURVEY_VIEWS.map((key) => ({ key, label: t(`surveys.view_${key}`) }));
  const title = `${said(survey.questionnaire.name)} · ${periodWords(survey)}`;
  return (
    <Page
      title={title}
      shape={view === 'receivers' ? 'fill' : 'read'}
      aside={stateWords(survey.state)}
      actions={
        <>
          <ViewTabs label={title} to={`/surveys/${survey.id}`} tabs={tabs} view={view} />
          <ActionButton
            label={t('surveys.print')}
            icon={IconPrinter}
            iconOnly
            onRun={() => printSlip(<RoundSheet survey={survey} organisation={organisation.name} />)}
          />
        </>
      }
    >
      {view === 'receivers' ? (
        <Receivers survey={survey} />
      ) : (
        <div className={styles['read']}>
          {view === 'plan' ? <PlanPart survey={survey} /> : null}
          {view === 'results' ? <Results survey={survey} /> : null}
          {view === 'measures' ? <Measures survey={survey} /> : null}
          {view === 'record' ? <RecordPart survey={survey} /> : null}
        </div>
      )}
    </Page>
  );
}
