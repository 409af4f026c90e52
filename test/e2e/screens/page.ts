import { SampleStation } from '../../fakes/sample-station.ts';

declare global {
  // The window of the page under test.
  var sampleStation: SampleStation;
  var policyBreaches: string[];
}

/** Runs in the page before anything of ours: puts a sample station where the preload would have put the bridge. */
const wanted = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}') as ConstructorParameters<
  typeof SampleStation
>[1];
globalThis.sampleStation = new SampleStation(() => Date.now(), wanted);
globalThis.policyBreaches = [];
document.addEventListener('securitypolicyviolation', (event) => {
  globalThis.policyBreaches.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
Object.defineProperty(window, 'badgeStation', { value: globalThis.sampleStation.bridge });
