import { base } from '../server/base.ts';
import { OneArticle } from '../screens/entry/articles.tsx';
import { Cases } from '../screens/entry/cases.tsx';
import { Entry } from '../screens/entry/entry.tsx';

/** The map of the customer's page: for anybody, an article, and his own matters. */
const pages = [
  { path: '/c', Screen: Entry },
  { path: '/c/case', Screen: Cases },
] as const;

export function CustomerRoute() {
  const path = `/${location.pathname.slice(base.length)}`.replace(/\/$/, '');
  const article = /^\/c\/articles\/([0-9a-f-]{36})$/i.exec(path)?.[1];
  if (article) return <OneArticle id={article} />;
  const { Screen } = pages.find((page) => page.path === path) ?? pages[0];
  return <Screen />;
}
