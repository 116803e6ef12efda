import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.js';

// Every specification of a screen runs as the applications do: without zones, failing on any error nobody caught.
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
