import type { ChildProgram } from './child-process.js';
import { freePort } from './free-port.js';
import { startOwnDatabase, type OwnDatabase } from './own-database.js';
import { startGateway } from './service-processes.js';
import { createNewsroomWorld, type NewsroomWorld } from './world.js';

export type HangingDatabase = {
  database: OwnDatabase;
  world: NewsroomWorld;
  /** In a process of its own, on the same database. */
  gateway: ChildProgram;
  /** Of that gateway. */
  url: string;
  /** SIGSTOP: connections stay open, and nothing is ever answered. */
  hang: () => Promise<void>;
  /** Lets it go on, or kills it; nothing when it does not hang. */
  goOn: (signal?: 'SIGKILL') => void;
};

/** For the suite that is being described: a world on a database of its own, which goes on when a test is over. */
export function hangingDatabase(begin: (made: HangingDatabase) => void): void {
  let made: HangingDatabase | undefined;
  let release: Awaited<ReturnType<OwnDatabase['freeze']>> | undefined;

  before(async () => {
    const database = await startOwnDatabase();
    const world = await createNewsroomWorld({ env: { DATABASE_URL: database.url } });
    const port = await freePort();
    const gateway = await startGateway(world.config, port);
    made = { database, world, gateway, url: `http://127.0.0.1:${port}`, hang, goOn };
    begin(made);

    async function hang(): Promise<void> {
      release = await database.freeze();
    }

    function goOn(signal?: 'SIGKILL'): void {
      release?.(signal);
      release = undefined;
    }
  });
  afterEach(() => made?.goOn());
  after(async () => {
    await made?.gateway.stop();
    await made?.world.close();
    await made?.database.stop();
  });
}
