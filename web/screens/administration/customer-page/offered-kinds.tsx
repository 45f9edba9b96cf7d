import { Checkbox } from '@mantine/core';
import { said, t } from '../../../words/words.ts';
import type { Centre } from './customer-page.tsx';

type Props = { kinds: Centre['publicKinds']; value: string[] | null; change: (kinds: string[] | null) => void };

/** What may be sent in: all kinds that are open to customers, or only some of them. */
export function OfferedKinds({ kinds, value, change }: Props) {
  const chosen = value ?? kinds.map((kind) => kind.key);
  const set = (key: string, on: boolean) => {
    const next = kinds.map((kind) => kind.key).filter((one) => (one === key ? on : chosen.includes(one)));
    change(next.length === kinds.length ? null : next);
  };
  return (
    <div role="group" aria-label={t('customer_page.kinds')}>
      <h3>{t('customer_page.kinds')}</h3>
      <p className="dim">{t('customer_page.kinds_why')}</p>
      {kinds.map((kind) => (
        <Checkbox
          key={kind.key}
          size="md"
          label={said(kind.name)}
          description={said(kind.about)}
          checked={chosen.includes(kind.key)}
          onChange={(event) => set(kind.key, event.currentTarget.checked)}
        />
      ))}
    </div>
  );
}
