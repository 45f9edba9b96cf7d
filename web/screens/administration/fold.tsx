import type { ReactNode } from 'react';
import { useState } from 'react';

type FoldProps = { summary: ReactNode; className?: string | undefined; opened?: boolean; children: ReactNode };

/** Folded to its summary; what is in it is drawn once it is opened, for an editor has hundreds of fields. */
export function Fold({ summary, className, opened = false, children }: FoldProps) {
  const [open, setOpen] = useState(opened);
  return (
    <details className={className} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      {summary}
      {open ? children : null}
    </details>
  );
}
