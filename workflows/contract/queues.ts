// Task queues: one for orchestration and quick database steps, one per scarce resource.
export const queues = {
  main: 'aethercast',
  harvest: 'harvest',
  language: 'language',
  speech: 'speech',
  image: 'image',
} as const;
