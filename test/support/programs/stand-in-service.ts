// Stands in for gateway, worker or streamer in tests of the stack: answers on PORT, writes down that it was told to stop,
// and ends when its supervisor dies.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const name = process.argv[2] ?? 'service';
const {
  PORT,
  INTERNAL_PORT,
  AETHERCAST_DATA = '.',
  DATABASE_URL,
  TEMPORAL_ADDRESS,
  TEMPORAL_UI_URL,
  SERVICE_TOKEN,
  PUBLIC_URL,
  ASF_PORT,
  ASF_NOTIFICATION_URL,
} = process.env;

if (name === 'broken') {
  console.error('this one cannot work');
  process.exit(3);
}

const server = createServer((request, response) => {
  if (request.url === '/readyz') response.end('ok');
  else
    response.end(
      JSON.stringify({
        INTERNAL_PORT,
        DATABASE_URL,
        TEMPORAL_ADDRESS,
        TEMPORAL_UI_URL,
        SERVICE_TOKEN,
        PUBLIC_URL,
        ASF_PORT,
        ASF_NOTIFICATION_URL,
      }),
    );
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`listening on ${PORT}`));

process.once('SIGTERM', () => {
  appendFileSync(path.join(AETHERCAST_DATA, 'stop-order'), `${name}\n`);
  process.exit(0);
});
process.once('disconnect', () => process.exit(0));
