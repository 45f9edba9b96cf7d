import type { PlainKey } from '../../words/words.ts';
import { locale, t } from '../../words/words.ts';

/** `93.4 %`; nothing can be said of a share of nothing. */
export function shareWords({ n, of }: { n: number; of: number }): string {
  if (of === 0) return '–';
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(n / of);
}

/** `4.3`, of 1 to 5. */
export function averageWords(average: number | null): string {
  return average === null ? '–' : new Intl.NumberFormat(locale(), { maximumFractionDigits: 2 }).format(average);
}

const severities: Readonly<Record<string, PlainKey>> = {
  ordinary: 'figures.severity_ordinary',
  major: 'figures.severity_major',
  grave: 'figures.severity_grave',
};

export function severityWords(severity: string): string {
  const key = severities[severity];
  return key ? t(key) : severity;
}
