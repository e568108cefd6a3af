import { callApi } from './call-api';
import { bindAddress, bindObject } from './language/bind';
import type { Scope } from './language/look-up';
import { ownApiAddress, ownPath } from './language/own-address';
import { report } from './report';
import type { UiAction } from './types';

/** What a view can do to the page that it is in. */
export type ViewHost = {
  navigate(path: string): void;
  update(updates: Record<string, unknown>): void;
  emit(name: string, data: Record<string, unknown>): void | Promise<void>;
};

/** Performs actions one after the other; throws what a call failed with, and then the rest is not performed. */
export async function runActions(
  actions: UiAction | readonly UiAction[],
  scope: Scope,
  host: ViewHost,
): Promise<void> {
  for (const action of [actions].flat()) await runAction(action, scope, host);
}

async function runAction(action: UiAction, scope: Scope, host: ViewHost): Promise<void> {
  switch (action.action_type) {
    case 'API_CALL':
      return call(action, scope, host);
    case 'NAVIGATE': {
      const path = ownPath(bindAddress(action.target_path, scope) ?? '');
      if (path === undefined) report(`a way to ${action.target_path}, which is none of this site`);
      else host.navigate(path);
      return;
    }
    case 'UPDATE_CONTEXT_DATA':
      host.update(bindObject(action.updates, scope));
      return;
    case 'CUSTOM_EVENT':
      return host.emit(action.event_name, bindObject(action.event_data ?? {}, scope));
    case 'SHOW_MODAL':
      report(`a call for a dialog that this page does not have: ${action.modal_id}`);
      return;
    default:
      // A newer server's.
      report(`an action that this page does not know: ${JSON.stringify(action)}`);
  }
}

async function call(
  action: Extract<UiAction, { action_type: 'API_CALL' }>,
  scope: Scope,
  host: ViewHost,
): Promise<void> {
  const { method, payload_template: payload, response_actions: next = [] } = action;
  const endpoint = ownApiAddress(bindAddress(action.endpoint, scope) ?? '');
  if (endpoint === undefined) {
    report(`a call of ${action.endpoint}, which is no address of this gateway`);
    return;
  }
  const response = await callApi({
    endpoint,
    method,
    ...(payload === undefined ? {} : { payload: bindObject(payload, scope) }),
  });
  await runActions(next, { ...scope, response }, host);
}
