export { DomainError, invalidField, notFound, stale, wrongState } from './domain-error';
export type { FieldProblem, RefusalKind } from './domain-error';
export { isId } from './id';
export { daysBetween, daysInMonth, isDay } from './day';
export { foldName, initialsOf, nameWords } from './names';
export { PAGE_SIZE, PAGE_SIZE_LIMIT } from './page';
export type { Page } from './page';
export { canonicalJson } from './canonical-json';
export type { Json } from './canonical-json';
