import { useId, type KeyboardEvent } from 'react';
import { frameOf } from './frame-of';
import { bindText } from '../language/bind';
import { lookUp, type Scope } from '../language/look-up';
import type { ComponentOf } from '../types';
import { useActions } from '../use-actions';
import { useViewHost } from '../view-host';

/** A field whose text stands in the view's context data under the name that it is bound to. */
export function InputField({ component, scope }: { component: ComponentOf<'input_field'>; scope: Scope }) {
  const {
    bind_to_context: name,
    label,
    placeholder,
    input_type: type = 'text',
    value: initial,
  } = component.props;
  const events = component.props.events;
  const host = useViewHost();
  const id = useId();
  const typed = useActions([events?.['onInput'] ?? [], events?.['onChange'] ?? []].flat(), scope);
  const entered = useActions(events?.['onEnterPress'], scope);
  const kept = lookUp(`view.context_data.${name}`, scope);
  const value = typeof kept === 'string' ? kept : initial === undefined ? '' : bindText(initial, scope);

  function onKeyDown(event: KeyboardEvent): void {
    // While a word is put together out of several keys (Japanese, Chinese), Enter chooses it.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || value.trim() === '') return;
    event.preventDefault();
    entered.perform();
  }

  return (
    <div {...frameOf(component, scope, 'field ui-field')}>
      {label === undefined ? null : <label htmlFor={id}>{bindText(label, scope)}</label>}
      <input
        id={id}
        type={type}
        value={value}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => {
          host.update({ [name]: event.target.value });
          typed.perform();
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
