import { later } from '../routes/later.ts';
import { t } from '../words/words.ts';
import { Late } from './arriving.tsx';

/** Loaded when somebody wants it: forms are not part of the first screen. */
const PasswordDialog = later(() => import('./password-dialog.tsx').then((file) => file.PasswordDialog));

export function ChangePassword({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Late opened={opened} title={t('frame.change_password')} close={close}>
      <PasswordDialog opened={opened} close={close} />
    </Late>
  );
}
