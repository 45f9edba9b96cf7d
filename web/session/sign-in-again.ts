import { router } from '../routes/map.tsx';

const before = new Set(['/sign-in', '/sign-in/returned', '/setup', '/wall']);

/** Where nobody is signed in any more: to the door, and back to where they were afterwards. */
export function goToSignIn(): void {
  const { pathname, href } = router.state.location;
  if (!before.has(pathname)) void router.navigate({ to: '/sign-in', search: { next: href } });
}
