export const print = {
  number: 'No. {number}',
  signature: '{signer}, signature and date',
} as const;
