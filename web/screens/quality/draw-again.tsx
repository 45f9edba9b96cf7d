import { useState } from 'react';
import { useRead } from '../../server/queries.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts, Notice, Section } from '../../ui/section.tsx';
import { absolute } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { CheckPage, DrawnAgain } from './answers.ts';

/** How the sample came about, and the proof of it: anybody may draw it again. */
export function DrawAgain({ check }: { check: CheckPage }) {
  const [asked, setAsked] = useState(false);
  const read = useRead<DrawnAgain>(`spot-checks/${check.id}/again`, {
    about: [`spot_check/${check.id}`],
    enabled: asked,
  });
  return (
    <Section
      title={t('quality.how_drawn')}
      actions={<ActionButton label={t('quality.draw_again')} busy={read.isFetching} onRun={() => setAsked(true)} />}
    >
      <Facts
        lines={[
          { label: t('quality.drawn_at'), value: check.drawnAt ? absolute(check.drawnAt) : null },
          { label: t('quality.seed'), value: <code>{check.seed}</code> },
          { label: t('quality.plan_version'), value: String(check.planVersion) },
        ]}
      />
      {read.data ? <Answer again={read.data} /> : null}
    </Section>
  );
}

function Answer({ again }: { again: DrawnAgain }) {
  const { same, population, gone, fresh } = again;
  return (
    <>
      <Notice tone={same ? 'run' : 'late'}>
        {same ? t('quality.again_same', { count: population }) : t('quality.again_other', { count: population })}
      </Notice>
      {gone + fresh > 0 ? <p className="dim">{t('quality.again_changed', { gone, fresh })}</p> : null}
    </>
  );
}
