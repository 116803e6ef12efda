import { type ActionsOf, cellOf, MATRIX } from './matrix';
import { reachableStandings, surfaceOf } from './roles';
import { ACTIONS, type Resource, RESOURCES, type Row, STANDINGS } from './vocabulary';

/** `<resource>:<action>`, for every action that at least one cell of the matrix grants. Any other does not compile. */
export type MatrixPermission = { [R in Resource]: `${R}:${ActionsOf<R>}` }[Resource];

/** `public` needs nobody signed in; `self` needs somebody, and touches only their own identity and sign-in. */
export const SPECIAL_PERMISSIONS = ['public', 'self'] as const;
export type SpecialPermission = (typeof SPECIAL_PERMISSIONS)[number];

/** What an endpoint declares. */
export type Permission = MatrixPermission | SpecialPermission;

/** Every permission, in the order of the matrix. */
export const PERMISSIONS: readonly Permission[] = [
  ...SPECIAL_PERMISSIONS,
  ...RESOURCES.flatMap((resource) =>
    ACTIONS.filter((action) => grantsAnywhere(MATRIX[resource], action)).map(
      (action) => `${resource}:${action}` as MatrixPermission,
    ),
  ),
];

function grantsAnywhere(row: Row, action: string): boolean {
  return STANDINGS.some((standing) => row[standing].some((grant) => grant.actions.some((other) => other === action)));
}

/** Whether a value is one of the permissions. */
export function isPermission(value: string): value is Permission {
  return PERMISSIONS.some((permission) => permission === value);
}

/**
 * The guard's question: may this kind of actor ever do this? It says nothing about one object; the use case asks
 * `can` about that.
 * @param roles roles of the signed-in account; none when nobody is signed in
 * @param permission what the endpoint declares
 * @returns false for anything unknown
 */
export function mayCall(roles: readonly string[], permission: string): boolean {
  if (!isPermission(permission)) return false;
  if (permission === 'public') return true;
  if (permission === 'self') return surfaceOf(roles) !== undefined;
  const [resource = '', action = ''] = permission.split(':');
  return reachableStandings(roles).some((standing) =>
    cellOf(resource, standing).some((grant) => grant.actions.some((other) => other === action)),
  );
}
