import type { CheckView, ContractorDue, ContractorLine, FaultView } from '../../../src/contractor/view.ts';
import { absolute, listWords } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { MarkTone } from '../../ui/state-mark.tsx';

export const verdictWords = ({ verdict }: Pick<CheckView, 'verdict'>): string => t(`contractors.verdict_${verdict}`);
export const verdictTone = ({ verdict }: Pick<CheckView, 'verdict'>): MarkTone => (verdict === 'pass' ? 'run' : 'late');

export const dueWords = ({ state }: Pick<ContractorDue, 'state'>): string => t(`contractors.due_${state}`);
export const faultWords = ({ state }: Pick<FaultView, 'state'>): string => t(`contractors.fault_${state}`);
export const faultTone = ({ state }: Pick<FaultView, 'state'>): MarkTone =>
  state === 'late' ? 'late' : state === 'open' ? 'wait' : 'run';

export const servicesWords = ({ services }: Pick<ContractorLine, 'services'>): string =>
  listWords(services.map(({ name }) => said(name)));

export function lastWords({ lastCheck }: Pick<ContractorLine, 'lastCheck'>): string {
  return lastCheck ? `${verdictWords(lastCheck)} · ${absolute(lastCheck.at)}` : t('contractors.never_checked');
}
