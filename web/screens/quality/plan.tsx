import { Navigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { newId } from '../../server/ids.ts';
import { refusalWords } from '../../server/refusals.ts';
import { useHeld } from '../../ui/form/known.ts';
import { Page } from '../../ui/page.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { nowMs, numberWords } from '../../ui/time.ts';
import { say } from '../../ui/toast.ts';
import { VersionList } from '../../ui/version-list.tsx';
import { said, t } from '../../words/words.ts';
import { Apply } from '../administration/apply.tsx';
import { Changes } from '../administration/changes.tsx';
import type { Plan, PlanAnswer, PlanEffect } from './answers.ts';
import { usePlans } from './answers.ts';
import { PlanFields } from './plan-fields.tsx';

/** One spot-check plan, or a new one: tried on the last period before it is applied. */
export function EditPlan() {
  const { key } = useParams({ strict: false }) as { key: string };
  const [made] = useState(() => `plan_${newId<'plan'>(nowMs()).slice(-12)}`);
  const read = usePlans();
  const plans = read.data?.items ?? [];
  const fresh = key === 'new';
  const found = plans.find(({ plan }) => plan.key === key);
  // once it is there it has an address of its own
  if (fresh && plans.some(({ plan }) => plan.key === made))
    return <Navigate to="/quality/plans/$key" params={{ key: made }} replace />;
  return (
    <Page
      title={found ? said(found.plan.name) : t('quality.add_plan')}
      aside={found ? t('calendars.n_version', { n: found.version }) : null}
    >
      {read.isPending ? <LoadingLines count={12} /> : null}
      {read.error && !read.data ? <ErrorState problem={read.error} retry={() => void read.refetch()} /> : null}
      {read.data && !fresh && !found ? (
        <EmptyState title={t('problem.not_found')}>{t('problem.not_found_why')}</EmptyState>
      ) : null}
      {found ? <Editor key={key} answer={found} /> : null}
      {read.data && fresh ? <Editor key="new" answer={newPlan(made, plans)} /> : null}
    </Page>
  );
}

function Editor({ answer }: { answer: PlanAnswer }) {
  const held = useHeld<Plan>({ initial: answer.plan, version: answer.version }, `spot-check-plan/${answer.plan.key}`);
  const { value: plan, set } = held;
  const refused = answer.can['change'] ?? null;
  return (
    <>
      {refused ? <Notice tone="wait">{refusalWords(refused)}</Notice> : null}
      <PlanFields plan={plan} change={set} may={refused === null} />
      <Apply<PlanEffect>
        address={`spot-check-plans/${plan.key}`}
        body={{ plan }}
        held={held}
        changes={['organisation', 'spot_check', 'commitment']}
        previewFirst={t('quality.preview_first')}
        applied={(n) => t('quality.plan_applied', { n })}
        show={(effect) => <Effect effect={effect} />}
        refused={(effect) => (effect.faults.length > 0 ? t('quality.plan_faulty') : null)}
      />
      <VersionList
        rows={answer.versions}
        putBack={
          refused === null
            ? (row) => {
                set(row.plan);
                say(t('kinds.put_back_done', { n: row.version }));
              }
            : undefined
        }
      />
    </>
  );
}

/** What it would have drawn of the last period that is over. */
function Effect({ effect }: { effect: PlanEffect }) {
  return (
    <Section title={t('quality.effect')}>
      {effect.faults.map((fault) => (
        <Notice key={`${fault.code} ${fault.params?.['path'] ?? ''}`} tone="late">
          {refusalWords(fault)}
        </Notice>
      ))}
      <Changes changes={effect.changes} />
      <Facts
        lines={effect.last.map(({ centre, begins, population, drawn }) => ({
          label: t('quality.effect_centre', { centre, begins }),
          value: t('quality.effect_drawn', { drawn: numberWords(drawn), population: numberWords(population) }),
        }))}
      />
      {effect.running > 0 ? <p className="dim">{t('quality.effect_running', { count: effect.running })}</p> : null}
    </Section>
  );
}

const unnamed = { en: '', 'zh-hans': '', 'zh-hant': '' };

/** What a new plan begins as; its limit and the post are those of a plan that is there. */
function newPlan(key: string, plans: readonly PlanAnswer[]): PlanAnswer {
  const like = plans[0];
  return {
    plan: {
      key,
      name: unnamed,
      draws: 'return_visits',
      size: { count: 5 },
      period: 'month',
      post: like?.plan.post ?? 'centre_manager',
      limit: like?.plan.limit ?? {
        allowance: { text: 'P5D', basis: 'working' },
        calendar: 'reception',
        ladder: [
          { at: { share: 0.8 }, do: 'warn', to: 'owner' },
          { at: { share: 1 }, do: 'warn', to: 'centre_manager' },
        ],
      },
      criteria: [{ key: 'line_1', name: unnamed }],
      closed: false,
    },
    version: 0,
    versions: [],
    can: like?.can ?? { change: null },
  };
}
