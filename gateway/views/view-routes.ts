import type { Route } from '../http/route.js';
import { generateView } from './generate-view.js';
import { getUiSchema } from './get-ui-schema.js';
import { getView } from './get-view.js';

export const viewRoutes: readonly Route[] = [getUiSchema, getView];

export const internalViewRoutes: readonly Route[] = [generateView];
