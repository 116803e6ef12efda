export { clinicParts, generateClinic } from './clinic';
export type { ClinicPart, ClinicWishes } from './clinic';
export type { Digest, Words } from './rows';
export type { InventedPerson, PortalRole, StaffRole } from './scene';
export { appendRows, noRows, TABLES } from './tables';
export type { RowOf, Rows, TableName } from './tables';
