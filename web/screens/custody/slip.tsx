import type { EnteredAct } from '../../../src/custody/custody.ts';
import { Slip } from '../../ui/print.tsx';
import { absolute, absoluteDay, instantOf, nowMs } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { CustodyLine } from './custody-words.ts';
import { kindWords } from './custody-words.ts';

type Props = {
  organisation: string;
  act: EnteredAct;
  item: Pick<CustodyLine, 'kind' | 'number' | 'label' | 'place'>;
  said: { to: string; by: string; purpose: string; dueBack: string | null; validUntil: string | null; at?: string };
};

const titleOf = (act: EnteredAct): string => {
  if (act === 'issued') return t('custody.slip_issued');
  return act === 'drawn' ? t('custody.slip_drawn') : t('custody.slip_handed_out');
};

/** What is handed out, to whom, what for and until when, with room for both to sign. */
export function CustodySlip({ organisation, act, item, said }: Props) {
  const lines = [
    { label: t('custody.kind'), text: kindWords(item) },
    { label: t('custody.label'), text: item.label },
    { label: t('matter.place'), text: item.place?.code },
    { label: t('custody.to'), text: said.to },
    { label: t('custody.purpose'), text: said.purpose },
    { label: t('custody.happened_at'), text: absolute(said.at ?? instantOf(nowMs())) },
    { label: t('custody.due_back'), text: said.dueBack && absolute(said.dueBack) },
    { label: t('custody.valid_until'), text: said.validUntil && absoluteDay(said.validUntil) },
    { label: t('custody.slip_keeper'), text: said.by },
  ];
  return (
    <Slip
      organisation={organisation}
      title={titleOf(act)}
      number={item.number}
      lines={lines.filter(({ text }) => Boolean(text))}
      signers={[t('custody.slip_holder'), t('custody.slip_keeper')]}
    />
  );
}
