import { useDesk } from '../../matter/kinds.ts';
import { said } from '../../words/words.ts';
import styles from './ticket.module.css';

/** How grave a complaint is, in the pack's own words. */
export function Severity({ severity }: { severity: string }) {
  const { severities } = useDesk();
  const name = severities.find((one) => one.key === severity)?.name;
  return (
    <span className={styles['mark']} data-urgency="emergency">
      {name ? said(name) : severity}
    </span>
  );
}
