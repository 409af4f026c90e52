/** The shipped content policy, for tests that open the window's page without the rest of the app. */
export { contentPolicy } from '../../src/main/window/content-policy.ts';
