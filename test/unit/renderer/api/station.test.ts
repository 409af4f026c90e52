import { expect, it } from 'vitest';
import { createStation } from '../../../../src/renderer/src/api/station.ts';
import { ok } from '../../../../src/shared/result.ts';
import { FakeBridge } from '../../../fakes/bridge.ts';

it('turns a call that was thrown back into a failure without its message', async () => {
  const bridge = new FakeBridge({
    'issue.revealPin': () => {
      throw new Error('secret text that must not travel');
    },
  });
  const reply = await createStation(bridge).call('issue.revealPin', { intentId: 'intent-1' });
  expect(reply).toEqual({ ok: false, failure: { code: 'bug', facts: { channel: 'issue.revealPin' } } });
});

it('passes replies on as they are', async () => {
  const station = createStation(new FakeBridge({ 'jobs.open': () => ok([]) }));
  expect(await station.call('jobs.open', {})).toEqual({ ok: true, value: [] });
});

it('stops listening when told to', () => {
  const bridge = new FakeBridge();
  const heard: string[] = [];
  const stop = createStation(bridge).on('job', ({ jobId }) => heard.push(jobId));
  bridge.emit('job', { jobId: 'job-1' });
  stop();
  bridge.emit('job', { jobId: 'job-2' });
  expect(heard).toEqual(['job-1']);
  expect(bridge.listenerCount('job')).toBe(0);
});
