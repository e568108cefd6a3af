import type { Route } from '../http/route.js';
import { deleteUpload } from './delete-upload.js';
import { getUploadLimits } from './get-upload-limits.js';
import { uploadFile } from './upload-file.js';

export const uploadRoutes: readonly Route[] = [uploadFile, getUploadLimits, deleteUpload];
