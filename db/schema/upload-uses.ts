/** Which episodes on record are made of which uploads. */
export type UploadUsesTable = { workflow_id: string; upload_id: string };
