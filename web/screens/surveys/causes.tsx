import { IconCheck, IconPlus, IconTarget, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { CAUSE_BRANCHES } from '../../../src/survey/survey.ts';
import { api } from '../../server/api.ts';
import { useWrite } from '../../server/writes.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice, Section } from '../../ui/section.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import { CauseForm, DoneForm, MeasureForm } from './cause-forms.tsx';
import type { Cause } from './cause-words.ts';
import { measureWords } from './cause-words.ts';
import type { Survey } from './survey-words.ts';
import { CHANGED, problemWords } from './survey-words.ts';
import styles from './surveys.module.css';

type Acting = { act: 'refine' | 'measure' | 'report'; cause: Cause | null };

/** One problem's cause-and-effect chart: five main branches, from coarse to fine, a measure at each end. */
export function Causes({ survey, problem }: { survey: Survey; problem: string }) {
  const causes = survey.causes.filter((one) => one.problem === problem);
  const open = causes.filter((one) => one.isEnd && one.measure === null).length;
  const [acting, act] = useState<Acting | null>(null);
  return (
    <Section
      title={t('surveys.causes_of', { problem: problemWords(survey.definition, problem) })}
      actions={
        <ActionButton
          label={t('surveys.add_cause')}
          icon={IconPlus}
          can={survey.can}
          action="trace"
          onRun={() => act({ act: 'refine', cause: null })}
        />
      }
    >
      {open > 0 ? <Notice tone="soon">{t('surveys.ends_open', { n: open })}</Notice> : null}
      {CAUSE_BRANCHES.map((branch) => (
        <Branch
          key={branch}
          title={t(`surveys.branch_${branch}`)}
          causes={causes.filter((one) => one.branch === branch)}
          act={act}
        />
      ))}
      <Dialog opened={acting !== null} close={() => act(null)} title={acting ? t(`surveys.cause_${acting.act}`) : ''}>
        {acting?.act === 'refine' ? (
          <CauseForm survey={survey} problem={problem} parent={acting.cause} close={() => act(null)} />
        ) : null}
        {acting?.act === 'measure' ? <MeasureForm cause={acting.cause!} close={() => act(null)} /> : null}
        {acting?.act === 'report' ? <DoneForm cause={acting.cause!} close={() => act(null)} /> : null}
      </Dialog>
    </Section>
  );
}

type BranchProps = { title: string; causes: readonly Cause[]; act: (acting: Acting) => void };

function Branch({ title, causes, act }: BranchProps) {
  if (causes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Layer causes={causes} parent={null} act={act} />
    </>
  );
}

function Layer({ causes, parent, act }: { causes: readonly Cause[]; parent: string | null; act: BranchProps['act'] }) {
  const here = causes.filter((one) => one.parentId === parent);
  if (here.length === 0) return null;
  return (
    <ul className={styles['tree']}>
      {here.map((one) => (
        <li key={one.id}>
          <OneCause cause={one} act={act} />
          <Layer causes={causes} parent={one.id} act={act} />
        </li>
      ))}
    </ul>
  );
}

function OneCause({ cause, act }: { cause: Cause; act: BranchProps['act'] }) {
  const drop = useWrite<undefined, unknown>({
    send: (_, options) => api.delete(`survey-causes/${cause.id}`, options),
    changes: () => CHANGED,
    done: () => say(t('surveys.noted')),
  });
  const measure = measureWords(cause);
  const may = (action: string) => cause.can[action] === null;
  return (
    <div className={styles['cause']}>
      <span>
        {cause.text}
        {measure ? <span className="dim"> → {measure}</span> : null}
      </span>
      {may('refine') ? (
        <ActionButton
          label={t('surveys.cause_refine')}
          icon={IconPlus}
          kind="quiet"
          onRun={() => act({ act: 'refine', cause })}
        />
      ) : null}
      {may('measure') ? (
        <ActionButton
          label={t('surveys.cause_measure')}
          icon={IconTarget}
          kind="quiet"
          onRun={() => act({ act: 'measure', cause })}
        />
      ) : null}
      {may('report') ? (
        <ActionButton
          label={t('surveys.cause_report')}
          icon={IconCheck}
          kind="quiet"
          onRun={() => act({ act: 'report', cause })}
        />
      ) : null}
      {may('drop') ? (
        <ActionButton
          label={t('surveys.drop_cause', { cause: cause.text })}
          icon={IconTrash}
          kind="quiet"
          iconOnly
          busy={drop.busy}
          onRun={() => void drop.run(undefined)}
        />
      ) : null}
    </div>
  );
}
