import type { ComponentProps, ReactElement } from 'react';
import { cloneElement, Suspense, useState } from 'react';
import { later } from '../routes/later.ts';

export type MenuChoice = {
  key: string;
  label: string;
  /** The language of its words, where it is not that of the screen. */
  lang?: string;
  /** What holds now, where the choices are of one thing. */
  current?: boolean;
  run: () => void;
};

export type MenuButtonProps = {
  button: ReactElement<ComponentProps<'button'>>;
  choices: readonly MenuChoice[];
  position: 'bottom-end' | 'top-start';
  /** False where a choice puts the cursor elsewhere. */
  returnFocus?: boolean;
};

/** Menus are no part of the first screen: they come when somebody opens one. */
const OpenMenu = later(() => import('./open-menu.tsx').then((file) => file.OpenMenu));

/** A button with a menu under or over it. */
export function MenuButton(menu: MenuButtonProps) {
  const [asked, setAsked] = useState(false);
  if (!asked) return cloneElement(menu.button, { 'aria-haspopup': 'menu', onClick: () => setAsked(true) });
  return (
    <Suspense fallback={cloneElement(menu.button, { 'aria-haspopup': 'menu', 'aria-busy': true })}>
      <OpenMenu {...menu} />
    </Suspense>
  );
}
