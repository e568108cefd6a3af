import { frameOf } from './frame-of';
import { bindText } from '../language/bind';
import type { Scope } from '../language/look-up';
import { roleOf, tags } from './semantics';
import type { ComponentOf } from '../types';

export function Text({ component, scope }: { component: ComponentOf<'text'>; scope: Scope }) {
  const { content, semantic_as: semantics = 'p' } = component.props;
  const Tag = tags[semantics];
  return (
    <Tag {...frameOf(component, scope)} {...roleOf(semantics)}>
      {bindText(content, scope)}
    </Tag>
  );
}
