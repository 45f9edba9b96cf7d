import { useSession } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { printSlip, Slip } from '../../ui/print.tsx';
import { Facts, Section } from '../../ui/section.tsx';
import { absolute, listWords, numberWords } from '../../ui/time.ts';
import { t } from '../../words/words.ts';
import type { CustomerAnswer } from './customers.ts';

type Report = NonNullable<CustomerAnswer['erasure']>;
const names = [
  ...(['phones', 'emails', 'places', 'people', 'callers', 'files'] as const),
  ...([
    'rounds',
    'shifts',
    'disturbances',
    'charges',
    'custody',
    'papers',
    'plans',
    'daily_records',
    'quality',
    'reports',
    'matters',
    'drafts',
  ] as const),
  ...(['tickets', 'contacts', 'visits', 'namesakes', 'elsewhere'] as const),
];

function countsWords(counts: Report['gone']): string {
  return listWords(
    names
      .filter((name) => (counts[name] ?? 0) > 0)
      .map((name) =>
        t('privacy.number_and_name', { n: numberWords(counts[name] ?? 0), what: t(`privacy.count_${name}`) }),
      ),
  );
}

/** The proof that somebody was erased: what went, what stays and why, in numbers; printed for whoever asked for it. */
export function Erasure({ report }: { report: Report }) {
  const { organisation } = useSession();
  const lines = [
    { label: t('privacy.since'), text: absolute(report.at) },
    { label: t('privacy.erased_by'), text: report.by ?? t('privacy.erased_at_night') },
    { label: t('privacy.erasure_gone'), text: countsWords(report.gone) },
    { label: t('privacy.erasure_stays'), text: countsWords(report.stays) },
    ...(report.toDecide > 0 ? [{ label: t('privacy.to_decide'), text: numberWords(report.toDecide) }] : []),
  ];
  const print = () =>
    printSlip(
      <Slip
        organisation={organisation.name}
        title={t('privacy.erasure')}
        number=""
        lines={lines}
        signers={[t('privacy.erased_by')]}
      />,
    );
  return (
    <Section title={t('privacy.erasure')} actions={<ActionButton label={t('privacy.print')} onRun={print} />}>
      <Facts lines={lines.map(({ label, text }) => ({ label, value: text }))} />
    </Section>
  );
}
