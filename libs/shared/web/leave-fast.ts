import type { SignedIn } from './signed-in';

/**
 * The quick exit: the page is blank in the same moment, the session ends as far as the network allows, and this history entry becomes a
 * neutral, empty page. It waits for nothing.
 * @param signedIn who is signed in, or nobody
 */
export function leaveFast(signedIn: SignedIn): void {
  document.documentElement.hidden = true;
  document.title = '';
  signedIn.leaveAtOnce();
  location.replace('about:blank');
}

/**
 * A page that comes back from the browser's store of whole pages would show what was open before signing out or leaving: it is loaded
 * anew instead, and finds nobody signed in.
 */
export function reloadWhenRestored(): void {
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    document.documentElement.hidden = true;
    location.reload();
  });
}
