export const keys = {
  title: 'Keys',
  screen: 'On this screen',
  list: 'In lists',
  everywhere: 'Everywhere',
  letters: 'Single-letter keys',
  letters_why: 'Turn them off if you dictate to your computer. Ctrl K and the buttons always work.',
} as const;
