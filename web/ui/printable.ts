import { useEffect } from 'react';

/** The screen is printed as it stands. */
export function usePrintable(): void {
  useEffect(() => {
    document.body.dataset['print'] = 'screen';
    return () => {
      delete document.body.dataset['print'];
    };
  }, []);
}
