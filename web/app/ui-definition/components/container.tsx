import type { SyntheticEvent, KeyboardEvent } from 'react';
import { Children } from './children';
import { frameOf } from './frame-of';
import type { Scope } from '../language/look-up';
import { roleOf, tags } from './semantics';
import type { ComponentOf, UiEvents } from '../types';
import { useActions } from '../use-actions';

export function Container({ component, scope }: { component: ComponentOf<'container'>; scope: Scope }) {
  const { semantic_as: semantics = 'div', events } = component.props ?? {};
  const Tag = tags[semantics];
  const press = usePress(events, scope);
  return (
    <Tag
      {...frameOf(component, scope)}
      {...roleOf(semantics)}
      {...press}
      {...(Tag === 'form' ? { onSubmit: stay } : {})}
    >
      <Children of={component} scope={scope} />
    </Tag>
  );
}

export function Card({ component, scope }: { component: ComponentOf<'card'>; scope: Scope }) {
  const press = usePress(component.props?.events, scope);
  return (
    <article {...frameOf(component, scope, 'ui-card')} {...press}>
      <Children of={component} scope={scope} />
    </article>
  );
}

/** Forms of a view are sent by their actions. */
function stay(event: SyntheticEvent): void {
  event.preventDefault();
}

/** A box that can be clicked is a button for keyboards and screen readers too. */
function usePress(events: UiEvents | undefined, scope: Scope) {
  const { perform } = useActions(events?.['onClick'], scope);
  if (events?.['onClick'] === undefined) return {};
  return {
    role: 'button',
    tabIndex: 0,
    onClick: perform,
    onKeyDown(event: KeyboardEvent) {
      if (event.target !== event.currentTarget || ![' ', 'Enter'].includes(event.key)) return;
      event.preventDefault();
      perform();
    },
  };
}
