import { fileURLToPath } from 'node:url';
import type { ServiceSpec } from '../../stack/index.js';

const script = fileURLToPath(new URL('./stack-service.js', import.meta.url));

/** A gateway, a worker and a streamer that only answer whether they are ready. */
export function testServices(): ServiceSpec[] {
  return [testService('gateway', true), testService('worker'), testService('streamer', true)];
}

export function testService(name: string, hasInternalListener = false): ServiceSpec {
  return { name, args: [script, name], hasInternalListener };
}
