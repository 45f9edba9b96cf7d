import type { RefObject } from 'react';
import { useEffect } from 'react';

const wrong = '[aria-invalid="true"], [data-wrong] input';

/** After each refused try the cursor stands in the first field that is wrong, so that it is read out and can be mended at once. */
export function useFirstWrong(form: RefObject<HTMLFormElement | null>, refused: number): void {
  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>(wrong)?.focus();
  }, [form, refused]);
}
