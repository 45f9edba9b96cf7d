import { useNavigate } from '@tanstack/react-router';
import { useRight } from '../../session/session.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { t } from '../../words/words.ts';

/** From a complaint: what it says goes back to the department that can change something (COMP-18). */
export function FeedBackLink({ ticketId }: { ticketId: string }) {
  const navigate = useNavigate();
  const records = useRight('contact.record');
  const sees = useRight('rectification.see');
  if (!records || !sees) return null;
  const open = () => void navigate({ to: '/quality', search: { view: 'feedback', ticket: ticketId } as never });
  return <ActionButton label={t('feedback.give')} kind="quiet" onRun={open} />;
}
