import { Menu } from '@mantine/core';
import type { MenuButtonProps } from './menu-button.tsx';

/** Open as it comes: it was asked for by the button that it now has. */
export function OpenMenu({ button, choices, position, returnFocus = true }: MenuButtonProps) {
  return (
    <Menu position={position} returnFocus={returnFocus} defaultOpened>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ key, label, lang, current, run }) => (
          <Menu.Item
            key={key}
            lang={lang}
            {...(current === undefined ? {} : { 'aria-current': current, fw: current ? 600 : 400 })}
            onClick={run}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
