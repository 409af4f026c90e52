import { describe, expect, it } from 'vitest';
import { QueueAdvisor } from '../../../src/main/printing/queue-advisor.ts';
import type { QueueHygiene } from '../../../src/main/printing/transports/queue.ts';
import type { Transport } from '../../../src/main/printing/types.ts';
import { fail } from '../../../src/shared/result.ts';

const well: QueueHygiene = { keepsDocuments: 'no', retriesByItself: false, advice: [] };
const keeping: QueueHygiene = {
  keepsDocuments: 'ours-removed',
  retriesByItself: true,
  advice: ['preserve-job-files', 'error-policy'],
};
const silent: QueueHygiene = {
  keepsDocuments: 'unknown',
  retriesByItself: null,
  advice: ['keeping-unknown'],
};

/** A queue that says what it is told to, when it is told to. */
class FakeQueue implements Transport {
  readonly deviceKey = 'queue:badges';
  asked = 0;
  #answers: ((answer: QueueHygiene) => void)[] = [];

  open() {
    return Promise.resolve(fail('printer-offline'));
  }

  hygiene(): Promise<QueueHygiene> {
    this.asked += 1;
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  answer(hygiene: QueueHygiene): void {
    this.#answers.shift()?.(hygiene);
  }
}

function office() {
  const told: string[] = [];
  const advisor = new QueueAdvisor((printerId) => told.push(printerId));
  const queue = new FakeQueue();
  const ask = async (answer: QueueHygiene) => {
    const asked = advisor.ask('front', queue);
    queue.answer(answer);
    await asked;
  };
  return { advisor, queue, told, ask };
}

describe('what a queue should have changed', () => {
  it('is told when it is found out, and again when it was mended', async () => {
    const { advisor, told, ask } = office();
    await ask(keeping);
    expect(advisor.of('front')).toEqual(['preserve-job-files', 'error-policy']);
    await ask(keeping);
    expect(told).toEqual(['front']);
    await ask(well);
    expect(advisor.of('front')).toEqual([]);
    expect(told).toEqual(['front', 'front']);
  });

  it('is nothing for printers without a queue, and for others', async () => {
    const { advisor, told, ask } = office();
    await advisor.ask('tcp', { deviceKey: 'tcp://h', open: () => Promise.resolve(fail('printer-offline')) });
    await ask(keeping);
    expect(advisor.of('tcp')).toEqual([]);
    expect(told).toEqual(['front']);
  });

  it('stays what it was while the queue cannot be asked: not knowing is not the same as no', async () => {
    const { advisor, told, ask } = office();
    await ask(keeping);
    await ask(silent);
    expect(advisor.of('front')).toEqual(['preserve-job-files', 'error-policy']);
    expect(told).toEqual(['front']);
    await ask({ ...silent, retriesByItself: false });
    expect(advisor.of('front')).toEqual(['preserve-job-files']);
  });

  it('says that the settings could never be read', async () => {
    const { advisor, ask } = office();
    await ask(silent);
    expect(advisor.of('front')).toEqual(['keeping-unknown']);
    await ask(keeping);
    expect(advisor.of('front')).toEqual(['preserve-job-files', 'error-policy']);
  });

  it('is asked for once at a time', async () => {
    const { advisor, queue } = office();
    const first = advisor.ask('front', queue);
    await advisor.ask('front', queue);
    expect(queue.asked).toBe(1);
    queue.answer(well);
    await first;
    const again = advisor.ask('front', queue);
    expect(queue.asked).toBe(2);
    queue.answer(well);
    await again;
  });

  it('is not taken from a queue the printer had before', async () => {
    const { advisor, queue, told } = office();
    const late = advisor.ask('front', queue);
    advisor.forget('front');
    const newer = new FakeQueue();
    const asked = advisor.ask('front', newer);
    newer.answer(well);
    await asked;
    queue.answer(keeping);
    await late;
    expect(advisor.of('front')).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe('a job that could not be taken out of a queue', () => {
  it('is told once, before everything else, and stays: nothing tells that somebody removed it', async () => {
    const { advisor, told, ask } = office();
    advisor.leftBehind('front');
    advisor.leftBehind('front');
    expect(told).toEqual(['front']);
    await ask(keeping);
    await ask(well);
    advisor.forget('front');
    expect(advisor.of('front')).toEqual(['left-behind']);
  });
});
