import type { Route } from '../http/route.js';
import { previewSource } from './preview-source.js';

export const sourceRoutes: readonly Route[] = [previewSource];
