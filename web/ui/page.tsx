import type { ReactNode } from 'react';
import { useEffect } from 'react';
import styles from './page.module.css';

type PageProps = {
  /** The one `h1`, and the name of the browser's tab. */
  title: string;
  /** What stands beside the title in small: a count, a state. */
  aside?: ReactNode;
  /** Buttons of the page, at the end of the title's line. */
  actions?: ReactNode;
  /** `fill`: the content scrolls itself (lists, panes). `read`: one column to read or fill in. */
  shape?: 'fill' | 'read';
  children: ReactNode;
};

/** The one pattern of a screen: a line with title and actions, and the content under it. */
export function Page({ title, aside, actions, shape = 'read', children }: PageProps) {
  useTitle(title);
  return (
    <section className={styles['page']} data-shape={shape} aria-labelledby="page-title">
      <header className={styles['head']}>
        <h1 id="page-title" className="cut">
          {title}
        </h1>
        {aside ? <div className={`dim ${styles['aside']}`}>{aside}</div> : null}
        {actions ? <div className={styles['actions']}>{actions}</div> : null}
      </header>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Huiyin`;
  }, [title]);
}

/** Panes side by side: list | thing | context. On a phone only the one named `shown` is there. */
export function Panes({ children, columns, shown }: { children: ReactNode; columns: string; shown: number }) {
  return (
    <div className={styles['panes']} style={{ '--columns': columns } as React.CSSProperties} data-shown={shown}>
      {children}
    </div>
  );
}
