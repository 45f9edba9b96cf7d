import type { UseFormReturnType } from '@mantine/form';
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { refusalWords } from '../../server/refusals.ts';
import { t } from '../../words/words.ts';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What the browser itself finds missing in a form is said in our words at the field, not in a bubble in the browser's own language;
 * the cursor goes to the first. Answers with what is to be said over the button about a field that has no place for it.
 */
export function useOwnWords<Values>(
  element: RefObject<HTMLFormElement | null>,
  form: Pick<UseFormReturnType<Values>, 'setFieldError'>,
): string | null {
  const [elsewhere, setElsewhere] = useState<string | null>(null);
  const say = useRef(form.setFieldError);
  useEffect(() => {
    say.current = form.setFieldError;
  });
  useEffect(() => {
    const own = element.current;
    let first = true;
    const onInvalid = (event: Event) => {
      event.preventDefault();
      const input = event.target as Input;
      if (first) {
        input.focus();
        setElsewhere(null);
        first = false;
        setTimeout(() => (first = true));
      }
      const field = input.dataset['path'];
      if (field) say.current(field, wrongWords(input));
      else setElsewhere(t('form.at_field', { field: labelOf(input), words: wrongWords(input) }));
    };
    const onSubmit = () => setElsewhere(null);
    own?.addEventListener('invalid', onInvalid, true);
    own?.addEventListener('submit', onSubmit);
    return () => {
      own?.removeEventListener('invalid', onInvalid, true);
      own?.removeEventListener('submit', onSubmit);
    };
  }, [element]);
  return elsewhere;
}

function wrongWords(input: Input): string {
  const { validity } = input;
  if (validity.tooShort && 'minLength' in input)
    return refusalWords({ code: 'password.too_short', params: { least: input.minLength } });
  return refusalWords({ code: validity.valueMissing ? 'input.required' : 'input.invalid' });
}

function labelOf(input: Input): string {
  const label = input.labels?.[0]?.textContent ?? input.getAttribute('aria-label') ?? '';
  return label.replace(/\s*\*$/, '');
}
