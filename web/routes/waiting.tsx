import { LoadingLines } from '../ui/states.tsx';

/** While a screen's code is on its way. */
export function Waiting() {
  return <LoadingLines count={10} />;
}
