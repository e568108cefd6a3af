import type { Schemas } from '../api/client';

export type UiDefinition = Schemas['UiDefinition'];
export type UiComponent = Schemas['UiComponent'];
export type UiAction = Schemas['UiAction'];
export type UiEvents = Schemas['UiEvents'];
export type ComponentOf<Type extends UiComponent['type']> = Extract<UiComponent, { type: Type }>;
