/** What somebody typed, in the smallest unit; null where it is no amount. */
export function moneyTyped(typed: string): number | null {
  const found = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.trim().replaceAll(/[,，\s]/g, ''));
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}
