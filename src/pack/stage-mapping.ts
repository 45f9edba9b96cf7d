import type { Refusal } from '../kernel/refusal.ts';
import { refusal } from '../kernel/refusal.ts';
import type { Kind, Stage } from './format.ts';

/** Former stage to stage of the new version. */
export type StageMapping = Readonly<Record<string, string>>;

const GOES_ON = ['new', 'active'];

/** Whether a ticket that stands at one stage may stand at the other without an act of its own: nothing is settled or ended, nor put to wait, by an administrator. */
function fits(from: Stage, to: Stage): boolean {
  if (to.pause !== undefined && to.pause !== from.pause) return false;
  if (from.class === to.class) return true;
  return GOES_ON.includes(to.class) && (GOES_ON.includes(from.class) || from.class.startsWith('waiting'));
}

/** The stage a ticket keeps in the new version; null where that is not there any more, or is another thing by now. */
export function keptStage(from: Stage, after: Kind): Stage | null {
  const same = after.stages.find((stage) => stage.key === from.key);
  return same && fits(from, same) ? same : null;
}

/** Where a ticket comes to stand in the new version: where it stood, else where the mapping says. */
export function stageAfter(from: Stage, after: Kind, mapping: StageMapping): Stage | null {
  const named = after.stages.find((stage) => stage.key === mapping[from.key]);
  return keptStage(from, after) ?? (named && fits(from, named) ? named : null);
}

/** The stages a vanished one may be mapped to. */
export function stagesFor(from: Stage, after: Kind): Stage[] {
  return after.stages.filter((stage) => fits(from, stage));
}

/** Why open tickets cannot be taken over so: a stage in use vanishes and nothing fit is said to stand for it. */
export function whyNotMapped(from: Stage, after: Kind, mapping: StageMapping): Refusal | null {
  if (stageAfter(from, after, mapping)) return null;
  const to = mapping[from.key];
  return to === undefined
    ? refusal('kind.stage_unmapped', { stage: from.key, path: `stages.${from.key}` })
    : refusal('kind.stage_unfit', { stage: from.key, to, path: `stages.${from.key}` });
}
