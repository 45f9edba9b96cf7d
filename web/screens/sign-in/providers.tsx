import { api } from '../../server/api.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';
import { useWrite } from '../../server/writes.ts';
import styles from './doorstep.module.css';

export type ProviderButton = { id: string; name: string };

/** Who else vouches for people: a button each, which leads to their pages and back. */
export function ProviderButtons({
  providers,
  next,
}: {
  providers: readonly ProviderButton[];
  next?: string | undefined;
}) {
  const go = useWrite<string, { address: string }>({
    send: (id, options) => api.post<{ address: string }>(`sign-in/with/${id}`, next ? { next } : {}, options),
    done: ({ address }) => location.assign(address),
  });
  if (providers.length === 0) return null;
  return (
    <div className={styles['others']}>
      <p className="dim">{t('sign_on.or')}</p>
      {providers.map(({ id, name }) => (
        <ActionButton
          key={id}
          label={t('sign_on.with', { name })}
          fullWidth
          busy={go.busy}
          onRun={() => void go.run(id)}
        />
      ))}
    </div>
  );
}
