import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#ececfa',
  '#d9d9f6',
  '#c0c0f5',
  '#a3a3f5',
  '#8686e6',
  '#6e6ed9',
  '#4f4fc4',
  '#4545b0',
  '#3a3a97',
  '#2f2f7d',
];
const gray: MantineColorsTuple = [
  '#f5f5f7',
  '#eeeef1',
  '#ebebef',
  '#dfdfe4',
  '#c9c9d0',
  '#a6a6b2',
  '#85858f',
  '#5a5a64',
  '#3b3b44',
  '#1b1b1f',
];
const dark: MantineColorsTuple = [
  '#ececf0',
  '#c9c9d0',
  '#a6a6b2',
  '#777782',
  '#313138',
  '#26262c',
  '#1a1a1e',
  '#131316',
  '#0f0f12',
  '#0a0a0c',
];
const red: MantineColorsTuple = [
  '#fce6e4',
  '#f9cfcb',
  '#ff9a91',
  '#f47d73',
  '#e5574b',
  '#dc483c',
  '#c92f25',
  '#ab231b',
  '#8f1c15',
  '#731610',
];

/** Inside the window or screen that it belongs to, so that a screen reader does not leave it; fixed, so that it is not cut off. */
const inPlace = {
  transitionProps: { duration: 0 },
  shadow: 'md',
  withinPortal: false,
  floatingStrategy: 'fixed',
} as const;

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  colors: { accent, gray, dark, red },
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '16px', xl: '18px' },
  lineHeights: { xs: 'var(--leading)', sm: 'var(--leading)', md: 'var(--leading)', lg: 'var(--leading)', xl: '1.35' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  activeClassName: '',
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  components: {
    Overlay: { vars: () => ({ root: { '--overlay-bg': 'var(--shade)' } }) },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    // Its placeholder for the focus is no menu item, and screen readers count it as one.
    Menu: { defaultProps: { ...inPlace, withInitialFocusPlaceholder: false } },
    Combobox: { defaultProps: inPlace },
    // The list itself scrolls, see base.css: a scrolling box inside it could not be reached by the keyboard. It opens when
    // asked: one that opened with its window would be named by the field (aria-controls) under an id it no longer has.
    Select: { defaultProps: { withScrollArea: false, openOnFocus: false } },
    // Else it grows with the button, which is a thumb's breadth on a telephone.
    CloseButton: { defaultProps: { iconSize: 18 } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        transitionProps: { duration: 80 },
        events: { hover: true, focus: true, touch: true },
        multiline: true,
        maw: 320,
      },
    },
  },
});

/** Mantine's own names for surfaces and lines, given our tokens, so that both stand in one palette. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--dim)',
    '--mantine-color-placeholder': 'var(--dim)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--late)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--dim)',
    '--mantine-color-disabled-border': 'var(--line)',
  };
  return { variables: {}, light: shared, dark: shared };
};
