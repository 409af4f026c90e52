/** The shipped content policies, for tests that open the window's page without the rest of the app. */
export { contentPolicy, workerPolicy } from '../../src/main/window/content-policy.ts';
