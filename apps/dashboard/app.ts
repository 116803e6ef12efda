import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';

/** The root of the dashboard: nothing but the place of the current page. */
@Component({ selector: 'app-root', imports: [RouterOutlet], template: `<router-outlet />` })
export class App {}
