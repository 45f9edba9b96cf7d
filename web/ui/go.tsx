import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type GoProps = {
  to: string;
  search?: Readonly<Record<string, string | boolean>>;
  className?: string | undefined;
  children: ReactNode;
};

/** A link to an address put together from what the server answered; the router checks only the ones written out. */
export function Go({ to, search, className, children }: GoProps) {
  return (
    <Link to={to} search={(search ?? {}) as never} className={className}>
      {children}
    </Link>
  );
}
