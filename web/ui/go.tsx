import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type GoProps = {
  to: string;
  search?: Readonly<Record<string, string | boolean>> | undefined;
  className?: string | undefined;
  'aria-current'?: 'page' | undefined;
  'data-tone'?: string;
  children: ReactNode;
};

/** A link to an address put together from what the server answered; the router checks only the ones written out. */
export function Go({ search = {}, ...link }: GoProps) {
  return <Link {...link} search={search as never} />;
}
