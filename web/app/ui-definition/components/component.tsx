import { AudioPlayer } from './audio-player';
import { Button } from './button';
import { Card, Container } from './container';
import { Image } from './image';
import { InputField } from './input-field';
import { ListView } from './list-view';
import { Spacer } from './spacer';
import { Text } from './text';
import { holdsSafely } from '../holds-safely';
import type { Scope } from '../language/look-up';
import { report } from '../report';
import type { UiComponent } from '../types';

/** One component of a definition with what is in it. One of a type that this page does not know shows nothing. */
export function Component({ component, scope: outer }: { component: UiComponent; scope: Scope }) {
  const { visibility_condition: condition } = component;
  const scope: Scope = { ...outer, self: { props: component.props } };
  if (condition !== undefined && !holdsSafely(condition, scope)) return null;
  switch (component.type) {
    case 'container':
      return <Container component={component} scope={scope} />;
    case 'card':
      return <Card component={component} scope={scope} />;
    case 'text':
      return <Text component={component} scope={scope} />;
    case 'image':
      return <Image component={component} scope={scope} />;
    case 'button':
      return <Button component={component} scope={scope} />;
    case 'list_view':
      return <ListView component={component} scope={scope} />;
    case 'input_field':
      return <InputField component={component} scope={scope} />;
    case 'audio_player':
      return <AudioPlayer component={component} scope={scope} />;
    case 'spacer':
      return <Spacer component={component} scope={scope} />;
    default:
      return unknown(component);
  }
}

function unknown(component: never): null {
  report(
    `a component of a type that this page does not know: ${String((component as { type?: unknown }).type)}`,
  );
  return null;
}
