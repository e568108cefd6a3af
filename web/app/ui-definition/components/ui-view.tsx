// Shows a UI Definition 1.0 (docs/ui-definition.md). Content is data: it is looked up and shown as text, never run.
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { Component } from './component';
import type { Scope } from '../language/look-up';
import { RenderContext } from '../render-component';
import type { ViewHost } from '../run-actions';
import type { UiComponent, UiDefinition } from '../types';
import { HostContext } from '../view-host';
import './ui-definition.css';

type Data = Record<string, unknown>;

export function UiView({
  definition,
  context,
  onEvent,
}: {
  definition: UiDefinition;
  /** What the page knows beside the view's own context data, and over it. */
  context?: Data;
  onEvent?: (name: string, data: Data) => void | Promise<void>;
}) {
  const [, navigate] = useLocation();
  // What was typed and what actions have set lies over both, as long as the view is shown.
  const [changes, setChanges] = useState<Data>({});
  const host = useMemo<ViewHost>(
    () => ({
      navigate,
      update: (updates) => setChanges((before) => ({ ...before, ...updates })),
      emit: (name, data) => onEvent?.(name, data),
    }),
    [navigate, onEvent],
  );
  const scope: Scope = {
    view: { context_data: { ...definition.context_data, ...context, ...changes } },
  };
  // Of a server that may be of another release than this page.
  const version: string = definition.schema_version;
  if (version !== '1.0') return <p>This page is out of date. Reload it.</p>;
  return (
    <HostContext value={host}>
      <RenderContext value={renderComponent}>
        <Component component={definition.root_component} scope={scope} />
      </RenderContext>
    </HostContext>
  );
}

function renderComponent(component: UiComponent, scope: Scope) {
  return <Component component={component} scope={scope} />;
}
