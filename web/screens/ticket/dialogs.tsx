import type { ComponentType, ReactNode } from 'react';
import { Suspense, useEffect, useRef } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { say } from '../../ui/toast.ts';
import { t } from '../../words/words.ts';
import type { Act, ActProps } from './acts/act.ts';
import type { TicketView } from './view.ts';

/** What is open over the ticket: an act with its form. */
export type Opened = { title: string; form: ComponentType<ActProps> };
export type Open = (opened: Opened) => void;

export const openedAct = ({ label, form }: Act): Opened => ({ title: label, form });

type ActDialogProps = { ticket: TicketView; opened: Opened | null; close: () => void; done?: () => void };

/** The window of one act. Closed before it was sent, what was typed waits for the next time. */
export function ActDialog({ ticket, opened, close, done }: ActDialogProps) {
  const Form = opened?.form;
  const title = opened?.title ?? '';
  const finish = () => {
    close();
    say(t('ticket.done', { what: title, number: String(ticket.number) }));
    done?.();
  };
  return (
    <Dialog opened={opened !== null} close={close} title={title} size="lg">
      <Suspense fallback={<LoadingLines count={3} />}>
        {Form ? (
          <CursorInside>
            <Form ticket={ticket} done={finish} />
          </CursorInside>
        ) : null}
      </Suspense>
    </Dialog>
  );
}

/** The window had the cursor before its form came: it goes where the form begins. */
function CursorInside({ children }: { children: ReactNode }) {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form.current?.contains(document.activeElement)) return;
    form.current?.querySelector<HTMLElement>('[data-autofocus], input:not([type="hidden"]), textarea, select')?.focus();
  }, []);
  return <div ref={form}>{children}</div>;
}
