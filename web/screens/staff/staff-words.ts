import type { MoveLine, StaffRecord } from '../../../src/personnel/view-records.ts';
import type { AssessmentLine } from '../../../src/personnel/view.ts';
import { stretchWords } from '../../matter/stretch.ts';
import { numberWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';

/** A weighted score, kept in tenths of a per cent: `77 %`, `77.5 %`. */
export function scoreWords(score: number | null): string {
  return score === null ? '–' : t('staff.score_of', { score: numberWords(score / 10) });
}

export function periodOf({ period, begins }: Pick<AssessmentLine, 'period' | 'begins'>): string {
  return stretchWords(period, begins);
}

/** `A → B`; an appointment leads to a post, a removal out of one. */
export function wayWords({ from, to }: Pick<MoveLine, 'from' | 'to'>): string {
  if (from && to) return t('staff.from_to', { from: said(from.name), to: said(to.name) });
  return from ? t('staff.out_of', { from: said(from.name) }) : t('staff.into', { to: to ? said(to.name) : '' });
}

export function moveStateWords(state: MoveLine['state']): string {
  return t(`staff.state_${state}`);
}

/** What a record is, in a few words. */
export function recordWords({ assessment, finding, breach, move, day }: StaffRecord): string {
  if (assessment)
    return t('staff.record_assessment', {
      name: said(assessment.name),
      period: periodOf({ ...assessment, begins: day }),
      score: scoreWords(assessment.score),
    });
  if (finding) return t(`staff.record_${finding.bearing}`, { source: said(finding.source) });
  if (breach) return t('staff.record_breach', { rule: breach.rule });
  return move ? t('staff.record_move', { sort: t(`staff.sort_${move.sort}`), way: wayWords(move) }) : '';
}
