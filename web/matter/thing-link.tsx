import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addressOf } from '../frame/addresses.ts';

type ThingLinkProps = { type: string; id: string; children: ReactNode; className?: string | undefined };

/** Leads to a thing's own screen, where it has one; else it is only its name. */
export function ThingLink({ type, id, children, className }: ThingLinkProps) {
  const address = addressOf(type, id);
  return address === null ? (
    <span className={className}>{children}</span>
  ) : (
    <Link to={address} className={className}>
      {children}
    </Link>
  );
}
