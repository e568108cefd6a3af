// Names of queries and updates on the wire. Renaming one breaks running workflows and their clients.
export const messageNames = { progress: 'progress', pause: 'pause', resume: 'resume' } as const;
