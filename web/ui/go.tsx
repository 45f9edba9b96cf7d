import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type GoProps = {
  to: string;
  search?: Readonly<Record<string, string | boolean>> | undefined;
  className?: string | undefined;
  'aria-current'?: 'page' | undefined;
  'data-tone'?: string;
  /** Of a tab: it is current at its own address alone, not at what lies under it. */
  activeOptions?: { exact: boolean };
  children: ReactNode;
};

/** A link to an address put together from what the server answered; the router checks only the ones written out. */
export function Go({ search = {}, ...link }: GoProps) {
  return <Link {...link} search={search as never} />;
}
