import type { ReactNode } from 'react';
import { base } from '../server/base.ts';
import { OneArticle } from '../screens/entry/articles.tsx';
import { Cases } from '../screens/entry/cases.tsx';
import { Entry } from '../screens/entry/entry.tsx';
import { OwnSurvey } from '../screens/entry/survey.tsx';

type CustomerPage = { path: string; screen: (id: string) => ReactNode };

/** The map of the customer's page: for anybody, what the centre knows, and his own matters. */
const pages: readonly CustomerPage[] = [
  { path: '/c', screen: () => <Entry /> },
  { path: '/c/case', screen: () => <Cases /> },
  { path: '/c/survey', screen: () => <OwnSurvey /> },
  { path: '/c/articles/$id', screen: (id) => <OneArticle id={id} /> },
];

export function CustomerRoute() {
  const path = `/${location.pathname.slice(base.length)}`.replace(/\/$/, '');
  const id = path.slice(path.lastIndexOf('/') + 1);
  const page = pages.find((one) => one.path.replace('$id', id) === path) ?? pages[0]!;
  return page.screen(id);
}
