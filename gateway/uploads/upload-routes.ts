import type { Route } from '../http/route.js';
import { deleteUpload } from './delete-upload.js';
import { uploadFile } from './upload-file.js';

export const uploadRoutes: readonly Route[] = [uploadFile, deleteUpload];
