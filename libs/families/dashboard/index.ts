export { FamilyPage } from './family-page';
export { NewFamilyPage } from './new-family-page';
export { familyRoutes, routes } from './routes';
