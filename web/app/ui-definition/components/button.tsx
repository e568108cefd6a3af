import { Icon, isIconName } from '../../components/icon';
import { frameOf } from './frame-of';
import { holdsSafely } from '../holds-safely';
import { bindText } from '../language/bind';
import type { Scope } from '../language/look-up';
import type { ComponentOf } from '../types';
import { useActions } from '../use-actions';

const looks = {
  primary: 'button button-primary',
  secondary: 'button',
  outline: 'button',
  link: 'button button-link',
  chip: 'chip',
} as const;

/** A button that says that it is at work, and what went wrong, beside itself. */
export function Button({ component, scope }: { component: ComponentOf<'button'>; scope: Scope }) {
  const {
    label,
    aria_label: said,
    icon_left: left,
    icon_right: right,
    variant = 'secondary',
  } = component.props;
  const { disabled_condition: disabled, pressed_condition: pressed, events } = component.props;
  const { perform, isBusy, problem } = useActions(events['onClick'], scope);
  return (
    <>
      <button
        type="button"
        {...frameOf(component, scope, looks[variant])}
        // Not `disabled` while it is at work: that would take the focus away.
        aria-busy={isBusy}
        {...(said === undefined ? {} : { 'aria-label': bindText(said, scope) })}
        {...(pressed === undefined ? {} : { 'aria-pressed': holdsSafely(pressed, scope) })}
        disabled={disabled !== undefined && holdsSafely(disabled, scope)}
        onClick={perform}
      >
        {isBusy ? <span className="ui-spinner" aria-hidden="true" /> : <ViewIcon name={left} />}
        {bindText(label, scope)}
        <ViewIcon name={right} />
      </button>
      {problem === undefined ? null : (
        <p className="ui-button-problem" role="alert">
          {problem.message}
        </p>
      )}
    </>
  );
}

function ViewIcon({ name }: { name: string | undefined }) {
  return name === undefined || !isIconName(name) ? null : <Icon name={name} />;
}
