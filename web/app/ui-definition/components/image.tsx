import { useState } from 'react';
import { frameOf } from './frame-of';
import { bindText } from '../language/bind';
import type { Scope } from '../language/look-up';
import { ownPath } from '../language/own-address';
import type { ComponentOf } from '../types';

/** A picture from this gateway; its space is reserved from the start, even if it cannot be loaded. */
export function Image({ component, scope }: { component: ComponentOf<'image'>; scope: Scope }) {
  const { src, alt_text: alt = '', aspect_ratio: ratio } = component.props;
  const address = ownPath(bindText(src, scope));
  const [missing, setMissing] = useState<string>();
  const { style, ...frame } = frameOf(component, scope, 'ui-image');
  const shape = { ...style, ...(ratio === undefined ? {} : { aspectRatio: ratio.replace(':', ' / ') }) };
  if (address === undefined || missing === address) return <div {...frame} style={shape} />;
  return (
    <img
      {...frame}
      style={shape}
      src={address}
      alt={bindText(alt, scope)}
      decoding="async"
      onError={() => setMissing(address)}
    />
  );
}
