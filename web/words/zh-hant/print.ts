import type { print as english } from '../en/print.ts';
import type { Translation } from '../words.ts';

export const print: Translation<typeof english> = {
  number: '編號 {number}',
  signature: '{signer}（簽名、日期）',
};
