const prefix = /^\/o\/[^/]+\//;

/** The part of an address that names the organisation: `/` where the host does, `/o/<slug>/` where the path does. */
export function baseOf(pathname: string, baseHref: string | null): string {
  if (baseHref?.startsWith('/')) return baseHref.endsWith('/') ? baseHref : `${baseHref}/`;
  return prefix.exec(pathname)?.[0] ?? '/';
}

export const base =
  typeof document === 'undefined'
    ? '/'
    : baseOf(location.pathname, document.querySelector('base')?.getAttribute('href') ?? null);

/** `apiUrl('tickets')` is `/api/tickets` or `/o/<slug>/api/tickets`. */
export function apiUrl(path: string): string {
  return `${base}api/${path.replace(/^\/?(api\/)?/, '')}`;
}
