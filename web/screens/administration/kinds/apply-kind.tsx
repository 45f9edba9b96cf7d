import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { z } from 'zod';
import type { kindEffectOut } from '../../../../src/administration/effect-shapes.ts';
import type { Kind } from '../../../../src/pack/format.ts';
import { keptStage, stagesFor } from '../../../../src/pack/stage-mapping.ts';
import { Choices } from '../../../ui/form/choices.tsx';
import type { Held } from '../../../ui/form/known.ts';
import { Section } from '../../../ui/section.tsx';
import { refusalWords } from '../../../server/refusals.ts';
import { said, t } from '../../../words/words.ts';
import styles from '../administration.module.css';
import { Apply } from '../apply.tsx';
import type { KindDefinition } from '../limits/slots.ts';
import { slotsOfKind } from '../limits/slots.ts';
import { KindEffect } from './effect.tsx';

export type Effect = z.output<typeof kindEffectOut>;
type Props = { definition: KindDefinition; held: Held<Kind>; made: () => void };
type Stages = Readonly<Record<string, string>>;

/** Whether open tickets are taken over, and where those go whose stage vanishes; then the effect; then why. */
export function ApplyKind({ definition, held, made }: Props) {
  const [openTickets, setOpenTickets] = useState<'keep' | 'move'>('keep');
  const [chosen, setChosen] = useState<Stages>({});
  const kind = held.value;
  const isNew = definition.version === 0;
  const gone = vanishing(definition, kind);
  const stages = Object.fromEntries(
    gone.flatMap(({ stage }) => (chosen[stage.key] ? [[stage.key, chosen[stage.key]!]] : [])),
  );
  const move = openTickets === 'move';
  return (
    <>
      {held.changed && !isNew ? (
        <Section title={t('kinds.open_tickets')}>
          <Choices
            label={t('kinds.what_open')}
            options={[
              { value: 'keep', label: t('kinds.open_keep') },
              { value: 'move', label: t('kinds.open_move') },
            ]}
            value={openTickets}
            onChange={(value) => setOpenTickets(value ?? 'keep')}
          />
          {move && gone.length > 0 ? (
            <Mapping gone={gone} chosen={chosen} choose={(from, to) => setChosen({ ...chosen, [from]: to })} />
          ) : null}
        </Section>
      ) : null}
      <Apply<Effect>
        address={`kinds/${kind.key}`}
        body={{ kind, openTickets, stages }}
        held={isNew ? { ...held, changed: true } : held}
        changes={['organisation']}
        previewFirst={t('kinds.preview_first')}
        applied={(n) => t('limits.applied', { n })}
        done={made}
        show={(effect) => <KindEffect effect={effect} slots={slotsOfKind(kind)} move={move} />}
        refused={(effect) => {
          if (effect.faults.length > 0) return t('limits.faulty');
          return move && effect.unmapped[0] ? refusalWords(effect.unmapped[0]) : null;
        }}
      />
    </>
  );
}

type Gone = { stage: KindDefinition['standing'][number]['stage']; open: number; may: Kind['stages'] };

/** Stages at which tickets stand and which the new definition has not, by the rule the server asks. */
function vanishing({ standing }: KindDefinition, kind: Kind): Gone[] {
  const byStage = Map.groupBy(
    standing.filter(({ stage }) => keptStage(stage, kind) === null),
    ({ stage }) => stage.key,
  );
  return [...byStage.values()].map((rows) => ({
    stage: rows[0]!.stage,
    open: rows.reduce((sum, row) => sum + row.open, 0),
    may: stagesFor(rows[0]!.stage, kind),
  }));
}

type MappingProps = { gone: readonly Gone[]; chosen: Stages; choose: (from: string, to: string) => void };

function Mapping({ gone, chosen, choose }: MappingProps) {
  return (
    <div className={styles['fields']} role="group" aria-label={t('kinds.mapping')}>
      {gone.map(({ stage, open, may }) => (
        <NativeSelect
          key={stage.key}
          label={t('kinds.map_stage', { stage: said(stage.name), count: open })}
          required
          value={chosen[stage.key] ?? ''}
          data={[{ value: '', label: '' }, ...may.map((one) => ({ value: one.key, label: said(one.name) || one.key }))]}
          error={chosen[stage.key] ? undefined : t('kinds.map_needed')}
          onChange={(event) => choose(stage.key, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
