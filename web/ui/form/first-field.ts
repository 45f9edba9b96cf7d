import type { RefObject } from 'react';
import { useEffect } from 'react';

/**
 * In a window the cursor stands in the form's first field, of radio buttons on the chosen one, and not on the button that closes.
 * A field marked `data-autofocus` goes before. The window looks for that mark one turn after it was drawn; a form that comes later,
 * when its facts were read, takes the cursor itself.
 */
export function useFirstField(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const own = form.current;
    if (!own?.closest('[role="dialog"]')) return;
    const field = fieldOf(own);
    field?.setAttribute('data-autofocus', 'true');
    field?.focus();
  }, [form]);
}

function fieldOf(form: HTMLFormElement): HTMLElement | null {
  const first =
    form.querySelector<HTMLElement>('[data-autofocus]') ??
    form.querySelector<HTMLElement>('input, textarea, select, [aria-pressed]');
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first;
  return form.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first;
}
