// Dependencies of the agents that fail, wait or count on request. Everything below them is the real thing.
import { activityInfo } from '@temporalio/activity';
import type { KyselyPlugin, RootOperationNode } from 'kysely';
import type { Readable } from 'node:stream';
import type { SegmentSpec, VoiceForge } from '../../activities/voice-forge/voice-forge.js';
import type { ImageStudio } from '../../activities/models/image/image-studio.js';
import type { ScriptPart, ScriptWriter } from '../../activities/script/script-writer.js';
import type { SnippetWriter } from '../../activities/models/language/snippet-writer.js';
import type { SearchProvider, SearchRequest } from '../../activities/models/search/search-provider.js';
import type { Database } from '../../db/connect.js';
import type { MediaStore } from '../../platform/media-store/media-store.js';
import type { TopicObject } from '../../workflows/contract/topics.js';

/** Which try of which step is at work. `run` is the Temporal workflow id. */
export type AtWork = { run: string; activityId: string; attempt: number; signal?: AbortSignal | undefined };

/** What goes wrong. Unset: nothing. A hook that throws is the fault; one that waits makes the step slow. */
export type Faults = {
  forge?: ((at: AtWork, spec: SegmentSpec) => void | Promise<void>) | undefined;
  /** May hand on another part of a script than the one that was written. */
  write?: ((at: AtWork, part: ScriptPart) => ScriptPart | Promise<ScriptPart>) | undefined;
  /** Before a picture is made. */
  draw?: ((title: string | undefined, signal: AbortSignal) => void | Promise<void>) | undefined;
  /** Before a snippet is written. */
  craft?: ((topic: TopicObject, signal: AbortSignal | undefined) => void | Promise<void>) | undefined;
  /** Before sources of topics are asked. */
  search?: ((request: SearchRequest) => void | Promise<void>) | undefined;
  put?: ((key: string) => void | Promise<void>) | undefined;
  /** Before (or after) one of the record's functions runs: `begin_step`, `end_step`, `close_run`, ... `after` may wait. */
  before?: ((statement: string, parameters: unknown[]) => void) | undefined;
  after?: ((statement: string, parameters: unknown[]) => void | Promise<void>) | undefined;
};

/** What the engines really did, in order. */
export type WorkDone = { forged: AtWork[]; written: AtWork[] };

export function faultyForge(forge: VoiceForge, faults: Faults, done: WorkDone): VoiceForge {
  return {
    ...forge,
    async forge(spec, signal) {
      const at = atWork(signal);
      await faults.forge?.(at, spec);
      const segment = await forge.forge(spec, signal);
      done.forged.push(at);
      return segment;
    },
  };
}

export function faultyWriter(writer: ScriptWriter, faults: Faults, done: WorkDone): ScriptWriter {
  const { provider, model, promptVersion } = writer;
  return {
    provider,
    model,
    promptVersion,
    async writePart(request, soFar, signal) {
      const at = atWork(signal);
      const part = await writer.writePart(request, soFar, signal);
      const handedOn = (await faults.write?.(at, part)) ?? part;
      done.written.push(at);
      return handedOn;
    },
  };
}

export function faultyStudio(studio: ImageStudio, faults: Faults): ImageStudio {
  const { provider } = studio;
  return {
    ...studio,
    provider: {
      ...provider,
      async generate(request, signal) {
        await faults.draw?.(request.title, signal);
        return provider.generate(request, signal);
      },
    },
  };
}

export function faultySnippets(writer: SnippetWriter, faults: Faults): SnippetWriter {
  return {
    ...writer,
    async write(topic, signal) {
      await faults.craft?.(topic, signal);
      return writer.write(topic, signal);
    },
  };
}

export function faultySearch(search: SearchProvider, faults: Faults): SearchProvider {
  return {
    async search(request) {
      await faults.search?.(request);
      return search.search(request);
    },
    close: () => search.close(),
  };
}

export function faultyMedia(media: MediaStore, faults: Faults): MediaStore {
  return {
    async put(key: string, content: Uint8Array | Readable) {
      await faults.put?.(key);
      return media.put(key, content);
    },
    replace: (uri, content) => media.replace(uri, content),
    head: (uri) => media.head(uri),
    read: (uri) => media.read(uri),
    stream: (uri, range) => media.stream(uri, range),
    delete: (uri) => media.delete(uri),
    deleteOlder: (prefix, ageMs) => media.deleteOlder(prefix, ageMs),
    listOlder: (prefix, ageMs) => media.listOlder(prefix, ageMs),
    deleteBelow: (prefix) => media.deleteBelow(prefix),
    deleteUnfinished: (ageMs) => media.deleteUnfinished(ageMs),
    uriOf: (key) => media.uriOf(key),
    signedUrl: (uri, seconds) => media.signedUrl(uri, seconds),
  };
}

/** The same database, seen through the hooks `before` and `after`. */
export function faultyDatabase(db: Database, faults: Faults): Database {
  const running = new WeakMap<object, { statement: string; parameters: unknown[] }>();
  const plugin: KyselyPlugin = {
    transformQuery({ node, queryId }): RootOperationNode {
      const call = recordCall(node);
      if (call !== undefined) {
        running.set(queryId, call);
        faults.before?.(call.statement, call.parameters);
      }
      return node;
    },
    async transformResult({ result, queryId }) {
      const call = running.get(queryId);
      if (call !== undefined) await faults.after?.(call.statement, call.parameters);
      return result;
    },
  };
  return db.withPlugin(plugin);
}

/** The record's functions are called by raw statements: `select [* from] name(...)`. */
function recordCall(node: RootOperationNode): { statement: string; parameters: unknown[] } | undefined {
  if (node.kind !== 'RawNode') return undefined;
  const statement = /^select (?:\* from )?(\w+)\(/.exec(node.sqlFragments[0] ?? '')?.[1];
  if (statement === undefined) return undefined;
  return {
    statement,
    parameters: node.parameters.map((parameter) => ('value' in parameter ? parameter.value : undefined)),
  };
}

function atWork(signal: AbortSignal | undefined): AtWork {
  const { workflowExecution, activityId, attempt } = activityInfo();
  return { run: workflowExecution?.workflowId ?? '', activityId, attempt, signal };
}

/** Where work waits until a test opens it. A cancelled step gives up waiting, unless it is `stubborn`. */
export class Gate {
  readonly waiting: AtWork[] = [];
  #open: () => void = () => undefined;
  readonly #opened = new Promise<void>((resolve) => {
    this.#open = resolve;
  });

  async pass(at: AtWork, { stubborn = false } = {}): Promise<void> {
    this.waiting.push(at);
    if (stubborn) return this.#opened;
    const gaveUp = new Promise<never>((_, reject) => {
      at.signal?.addEventListener('abort', () => reject(at.signal?.reason as Error), { once: true });
    });
    await Promise.race([this.#opened, gaveUp]);
  }

  open(): void {
    this.#open();
  }
}
