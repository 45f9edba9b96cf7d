import { useEffect, useRef } from 'react';
import { Go } from './go.tsx';
import styles from './view-tabs.module.css';

export type ViewTab = {
  key: string;
  label: string;
  /** Where it is a screen of its own; left out: `?view=` of this one. */
  to?: string;
};

/** The lists of one screen side by side: `Due`, `To sign`, `Record`. Each has its own address, so that back works. */
export function ViewTabs(props: { label: string; to: string; tabs: readonly ViewTab[]; view: string }) {
  const nav = useRef<HTMLElement>(null);
  // on a telephone the tabs are wider than the screen: the present one is brought into it
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [props.view]);
  return (
    <nav ref={nav} className={styles['tabs']} aria-label={props.label}>
      {props.tabs.map((tab) => (
        <Go
          key={tab.key}
          to={tab.to ?? props.to}
          search={tab.to ? undefined : { view: tab.key }}
          activeOptions={{ exact: true }}
          className={styles['tab']}
          aria-current={tab.key === props.view ? 'page' : undefined}
        >
          {tab.label}
        </Go>
      ))}
    </nav>
  );
}
