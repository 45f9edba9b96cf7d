import { Slip } from '../../ui/print.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { Part, RoundView } from './round-words.ts';
import { findingWords, partName, roundName, walkerOf } from './round-words.ts';

/** The sheet of a round: each line with what was found, by whom and when; empty boxes where nothing was found yet. */
export function RoundSheet({ round, organisation }: { round: RoundView; organisation: string }) {
  return (
    <Slip
      organisation={organisation}
      title={roundName(round)}
      number={round.begins}
      lines={[
        { label: t('rounds.post'), text: said(round.post.name) },
        ...(round.keeper ? [{ label: t('rounds.keeper'), text: round.keeper.name }] : []),
        { label: t('rounds.due'), text: absolute(round.dueAt) },
        ...round.parts.map((part) => ({ label: partName(part), text: textOf(part) })),
        { label: t('rounds.done_at'), text: round.doneAt ? absolute(round.doneAt) : '' },
      ]}
      signers={[round.doneBy?.name ?? walkerOf(round)]}
    />
  );
}

function textOf(part: Part): string {
  const { result, followUp } = part;
  if (!result) return `□ ${t('rounds.ok')}  □ ${t('rounds.fault')}`;
  const led = followUp
    ? t('rounds.follow_up', { number: String(followUp.number), stage: said(followUp.stage.name) })
    : '';
  return [findingWords(part, result), result.by.name, absolute(result.at), led].filter(Boolean).join(' · ');
}
