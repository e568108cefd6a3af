import type { Route } from '../http/route.js';
import { uploadFile } from './upload-file.js';

export const uploadRoutes: readonly Route[] = [uploadFile];
