import { useEffect, useState } from 'react';
import { outboxStore } from '../../offline/outbox-store.ts';
import { t } from '../../words/words.ts';

/** Says how much waits on this device for its doer to come back; never whose it is or what. */
export function WaitsHere() {
  const [count, setCount] = useState(0);
  useEffect(() => void outboxStore.all().then((all) => setCount(all.filter(({ refused }) => !refused).length)), []);
  return count > 0 ? <p className="dim">{t('outbox.waits_here', { count })}</p> : null;
}
