import { inject } from '@angular/core';
import { Router, type CanMatchFn } from '@angular/router';
import { SignedIn } from './signed-in';

/** Opens a route to whoever is signed in; others go to the sign-in screen. The code of the page is not even fetched for them. */
export const signedIn: CanMatchFn = async () => {
  const router = inject(Router);
  return (await inject(SignedIn).known()) !== null || router.parseUrl('/sign-in');
};

/** Opens a route to whoever is not signed in; others go to the start. */
export const signedOut: CanMatchFn = async () => {
  const router = inject(Router);
  return (await inject(SignedIn).known()) === null || router.parseUrl('/');
};

/**
 * Opens a route to these roles. For others the route is not there; what the server answers does not depend on it.
 * @param roles role names of `@kinfold/access/domain`
 */
export function role(...roles: readonly string[]): CanMatchFn {
  return async () => {
    const store = inject(SignedIn);
    await store.known();
    return store.hasRole(...roles);
  };
}
