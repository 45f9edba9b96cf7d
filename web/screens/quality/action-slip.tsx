import { Slip } from '../../ui/print.tsx';
import { absolute } from '../../ui/time.ts';
import { said, t } from '../../words/words.ts';
import type { ActionPage } from './improvements.ts';
import { causeWords, sortWords } from './improvements.ts';

/** The corrective/preventive action implementation notice (纠正/预防措施实施通知单) on paper. */
export function ActionSlip({ action, organisation }: { action: ActionPage; organisation: string }) {
  const lines = [
    { label: t('improvement.sort'), text: sortWords(action.sort) },
    { label: t('quality.department'), text: said(action.department.name) },
    { label: t('improvement.addressee'), text: action.addressee?.name ?? '' },
    { label: t('improvement.title'), text: action.title },
    { label: t('improvement.cause_sort'), text: causeWords(action.causeSort) },
    { label: t('improvement.cause'), text: action.cause },
    ...action.plan.map((one) => ({
      label: t('improvement.measure_of', { round: one.round, no: one.no }),
      text: `${one.text} · ${one.person.name} · ${absolute(one.dueAt)}${one.doneText ? ` · ${one.doneText}` : ''}`,
    })),
    { label: t('improvement.check_by'), text: action.checkBy.name },
    { label: t('improvement.check_at'), text: action.checkAt ? absolute(action.checkAt) : '' },
    { label: t('improvement.verdicts'), text: action.verdicts.map((one) => one.text).join(' · ') },
    { label: t('improvement.opened'), text: absolute(action.openedAt) },
  ];
  return (
    <Slip
      organisation={organisation}
      title={t('improvement.slip_title')}
      number={String(action.number)}
      lines={lines}
      signers={[t('improvement.signer_issuer'), t('improvement.signer_addressee'), t('improvement.signer_checker')]}
    />
  );
}
