export { webTeardown as default } from './web-setup.mjs';
