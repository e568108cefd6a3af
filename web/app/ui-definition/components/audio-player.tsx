import { frameOf } from './frame-of';
import { bindText } from '../language/bind';
import type { Scope } from '../language/look-up';
import { ownPath } from '../language/own-address';
import { report } from '../report';
import type { ComponentOf } from '../types';

/** A file of this gateway's. Streams are played on the page of their episode. */
export function AudioPlayer({ component, scope }: { component: ComponentOf<'audio_player'>; scope: Scope }) {
  const { src, title = '' } = component.props;
  const address = ownPath(bindText(src, scope));
  if (address === undefined) {
    report('an audio player of something that is no file of this gateway');
    return null;
  }
  return (
    <audio
      {...frameOf(component, scope, 'ui-audio')}
      controls
      preload="none"
      src={address}
      aria-label={bindText(title, scope)}
    />
  );
}
