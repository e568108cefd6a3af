import type { Response } from 'express';

/** 202: the episode is being made. */
export function sendAccepted(response: Response, workflowId: string, streamId: string): void {
  const statusUrl = `/api/v1/podcasts/${workflowId}`;
  response.status(202).location(statusUrl).json({
    podcast_id: workflowId,
    workflow_id: workflowId,
    stream_id: streamId,
    status: 'GENERATING',
    status_url: statusUrl,
  });
}
