import type { print as english } from '../en/print.ts';
import type { Translation } from '../words.ts';

export const print: Translation<typeof english> = {
  number: '编号 {number}',
  signature: '{signer}（签名、日期）',
};
