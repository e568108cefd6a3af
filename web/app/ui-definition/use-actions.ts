import { useRef, useState } from 'react';
import { toProblem, type ApiProblem } from '../api/api-problem';
import type { Scope } from './language/look-up';
import { runActions } from './run-actions';
import type { UiAction } from './types';
import { useViewHost } from './view-host';

/** Performs a component's actions: not again while they are under way, and with what went wrong to be shown. */
export function useActions(actions: UiAction | UiAction[] | undefined, scope: Scope) {
  const host = useViewHost();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const underWay = useRef(false);

  async function perform(): Promise<void> {
    if (actions === undefined || underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      await runActions(actions, scope, host);
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  }

  return { perform: () => void perform(), isBusy, problem };
}
