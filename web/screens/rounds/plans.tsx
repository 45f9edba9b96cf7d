import { IconPencil, IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Plan } from './plan.ts';
import { scheduleWords, usePlans } from './plan.ts';
import { KeeperForm } from './keeper-form.tsx';
import { PlanForm } from './plan-form.tsx';
import styles from './rounds.module.css';

/** The checklists as they hold now, each with what held before, who changed it and why. */
export function Plans() {
  const plans = usePlans();
  const may = useRight('limit.edit');
  const [changed, setChanged] = useState<Plan | 'new' | null>(null);
  const [named, setNamed] = useState<Plan | null>(null);
  const close = () => setChanged(null);
  return (
    <>
      {may ? (
        <div>
          <ActionButton label={t('rounds.add_plan')} icon={IconPlus} hotkey="N" onRun={() => setChanged('new')} />
        </div>
      ) : null}
      {plans.map((plan) => (
        <PlanSection key={plan.id} plan={plan} change={() => setChanged(plan)} name={() => setNamed(plan)} />
      ))}
      <Dialog
        opened={changed !== null}
        close={close}
        size="lg"
        title={changed === 'new' || changed === null ? t('rounds.add_plan') : said(changed.content.name)}
      >
        {changed ? <PlanForm plan={changed === 'new' ? null : changed} done={close} /> : null}
      </Dialog>
      <Dialog opened={named !== null} close={() => setNamed(null)} title={t('rounds.name_keeper')}>
        {named ? <KeeperForm plan={named} done={() => setNamed(null)} /> : null}
      </Dialog>
    </>
  );
}

function PlanSection({ plan, change, name }: { plan: Plan; change: () => void; name: () => void }) {
  return (
    <Section
      title={said(plan.content.name)}
      aside={plan.closed ? t('rounds.closed') : scheduleWords(plan.content)}
      actions={
        <>
          {plan.can['keeper'] === null && !plan.closed ? (
            <ActionButton label={t('rounds.name_keeper')} icon={IconUserCheck} onRun={name} />
          ) : null}
          <ActionButton label={t('rounds.change')} icon={IconPencil} can={plan.can} action="change" onRun={change} />
        </>
      }
    >
      <Facts
        lines={[
          { label: t('rounds.post'), value: said(plan.post.name) },
          { label: t('rounds.keeper'), value: plan.keeper?.name ?? t('rounds.whoever_at_post') },
          {
            label: t('rounds.follow_up_post'),
            value: plan.followUpPost ? said(plan.followUpPost.name) : t('rounds.whoever_finds'),
          },
          { label: t('rounds.version'), value: versionWords(plan.versions[0]!) },
        ]}
      />
      <ol className={styles['lines']}>
        {plan.content.lines.map((line) => (
          <li key={line.key}>{line.area ? `${said(line.area)} · ${said(line.name)}` : said(line.name)}</li>
        ))}
      </ol>
    </Section>
  );
}

function versionWords({ version, by, why, at }: Plan['versions'][number]): string {
  return [t('rounds.n_version', { n: version }), absolute(at), by, why].filter(Boolean).join(' · ');
}
