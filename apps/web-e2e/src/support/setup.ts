import { closeBrowser } from './visitor';

jest.setTimeout(60_000);
afterAll(closeBrowser);
