import { t } from '../../words/words.ts';

/** `Firefox, Windows` out of what a browser says it is; the whole of it helps nobody. */
export function deviceOf(agent: string | null): string {
  if (!agent) return t('account.unknown_device');
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(agent)?.[1] ?? '';
  const system = /(iPhone|iPad|Android|Windows|Mac OS X|Linux)/.exec(agent)?.[1] ?? '';
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' };
  return [names[browser] ?? browser, system].filter(Boolean).join(', ') || agent.slice(0, 40);
}
