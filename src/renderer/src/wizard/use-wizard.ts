import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Station } from '../api/station.ts';
import { useStation } from '../api/station-context.tsx';
import { useStationEvent } from '../api/use-event.ts';
import type { AppSnapshot } from '../../../shared/ipc/views.ts';
import { firstChoice } from './choice.ts';
import { reduce, type WizardEvent } from './reducer.ts';
import { findStep, issueOf, type Step } from './steps.ts';

export interface Wizard {
  readonly step: Step;
  readonly send: (event: WizardEvent) => void;
  /** The press of the button that writes: exactly one call for one plan, however often it is pressed. */
  readonly issue: () => void;
  /** Asks main again how the operation on screen stands. */
  readonly refresh: () => void;
}

/**
 * The wizard's state and its questions to main. Reading steps ask by themselves; the one call that changes something
 * in the directory is made in answer to a press and never by an effect.
 */
export function useWizard(snapshot: AppSnapshot): Wizard {
  const station = useStation();
  const [step, send] = useReducer(reduce, findStep);
  const latest = useRef({ snapshot, step });
  useEffect(() => {
    latest.current = { snapshot, step };
  });
  const usedPlan = useRef<string | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const sendIfCurrent = (event: WizardEvent) => {
      if (isCurrent) send(event);
    };
    if (step.kind === 'look' && step.failure === null)
      void look(station, step, latest.current.snapshot, sendIfCurrent);
    if (step.kind === 'plan' && step.failure === null) void plan(station, step, sendIfCurrent);
    return () => {
      isCurrent = false;
    };
  }, [station, step]);

  const refresh = useLatestIssue(station, issueOf(step)?.intentId ?? null, send);
  useStationEvent('job', refresh);
  useStationEvent('issue', refresh);

  const issue = useCallback(() => {
    const current = latest.current.step;
    if (current.kind !== 'check' || !current.plan.ready || usedPlan.current === current.plan.planId) return;
    const { planId } = current.plan;
    usedPlan.current = planId;
    send({ kind: 'issue-asked' });
    void station.call('issue.run', { planId, clickedAtMs: Date.now(), note: '' }).then((reply) => {
      send(
        reply.ok
          ? { kind: 'issue-answered', planId, issue: reply.value }
          : { kind: 'issue-failed', planId, failure: reply.failure },
      );
    });
  }, [station]);

  return { step, send, issue, refresh };
}

async function look(
  station: Station,
  step: Extract<Step, { kind: 'look' }>,
  snapshot: AppSnapshot,
  send: (event: WizardEvent) => void,
): Promise<void> {
  const holderId = step.holder.id;
  const reply = await station.call('holders.credential', { holderId });
  if (!reply.ok) return send({ kind: 'look-failed', holderId, failure: reply.failure });
  const choice = firstChoice(reply.value, step.wanted, snapshot, Date.now());
  send({ kind: 'credential-read', view: reply.value, choice });
}

async function plan(
  station: Station,
  step: Extract<Step, { kind: 'plan' }>,
  send: (event: WizardEvent) => void,
): Promise<void> {
  const { choice } = step;
  const reply = await station.call('issue.plan', { holderId: step.credential.holder.id, ...choice });
  send(
    reply.ok
      ? { kind: 'plan-made', choice, plan: reply.value }
      : { kind: 'plan-failed', choice, failure: reply.failure },
  );
}

/** Reads the operation on screen when it comes up and whenever asked; only the last answer is taken. */
function useLatestIssue(
  station: Station,
  intentId: string | null,
  send: (event: WizardEvent) => void,
): () => void {
  const lastAsked = useRef(0);
  const refresh = useCallback(() => {
    if (intentId === null) return;
    lastAsked.current += 1;
    const asked = lastAsked.current;
    void station.call('issue.get', { intentId }).then((reply) => {
      if (asked === lastAsked.current && reply.ok) send({ kind: 'issue-changed', issue: reply.value });
    });
  }, [station, intentId, send]);
  useEffect(() => refresh(), [refresh]);
  return refresh;
}
