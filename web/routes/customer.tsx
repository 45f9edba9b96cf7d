import { base } from '../server/base.ts';
import { Cases } from '../screens/entry/cases.tsx';
import { Entry } from '../screens/entry/entry.tsx';

/** The map of the customer's page: for anybody, and his own matters. */
const pages = [
  { path: '/c', Screen: Entry },
  { path: '/c/case', Screen: Cases },
] as const;

export function CustomerRoute() {
  const path = `/${location.pathname.slice(base.length)}`.replace(/\/$/, '');
  const { Screen } = pages.find((page) => page.path === path) ?? pages[0];
  return <Screen />;
}
