import type { Routes } from '@angular/router';
import { SignInPage } from './sign-in-page';

/** The pages of access on the portal, under `/sign-in`. */
export const routes: Routes = [{ path: '', component: SignInPage }];
