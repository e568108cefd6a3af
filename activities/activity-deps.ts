import type { Database } from '../db/connect.js';
import type { Config } from '../platform/config/load-config.js';
import type { Logger } from '../platform/log.js';
import type { MediaStore } from '../platform/media-store/media-store.js';
import type { Harvester } from './content-harvest/harvester.js';
import type { ImageStudio } from './models/image/image-studio.js';
import type { Mailer } from './mail/mailer.js';
import type { ScriptWriter } from './script/script-writer.js';
import type { SnippetWriter } from './models/language/snippet-writer.js';
import type { SearchProvider } from './models/search/search-provider.js';
import type { WorkThreads } from './threads/work-threads.js';
import type { VoiceForge } from './voice-forge/voice-forge.js';

/** Everything the agents work with; made once per worker process. */
export type ActivityDeps = {
  config: Config;
  db: Database;
  media: MediaStore;
  log: Logger;
  /** For work that grows with what was found; absent: it is done where it is. */
  threads?: WorkThreads;
  harvester: Harvester;
  search: SearchProvider;
  writer: ScriptWriter;
  snippetWriter: SnippetWriter;
  forge: VoiceForge;
  studio: ImageStudio;
  mailer: Mailer;
};
