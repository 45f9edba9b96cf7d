import { ActionButton } from '../../../ui/action-button.tsx';
import { t } from '../../../words/words.ts';
import account from '../../account/account.module.css';
import type { Added, Kind } from './channels.ts';
import { hooksOf } from './channels.ts';

export type Made = { added: Added; kind: Kind };

/** What the other side is given: where it calls, and the secret, which is shown this once. */
export function Hook({ made: { added, kind }, end }: { made: Made; end: () => void }) {
  const secret = added.secret ?? '';
  const isWithin = kind === 'sms';
  return (
    <div className={account['stack']}>
      <p>{t(isWithin ? 'channels.hook_with_token' : 'channels.hook_why')}</p>
      {hooksOf(added.id, kind, secret).map((hook) => (
        <p key={hook} className={account['token']}>
          {hook}
        </p>
      ))}
      {isWithin ? null : (
        <>
          <p>{t('channels.secret_once')}</p>
          <p className={account['token']}>{secret}</p>
        </>
      )}
      <div>
        <ActionButton label={t('channels.secret_kept')} kind="primary" onRun={end} />
      </div>
    </div>
  );
}
