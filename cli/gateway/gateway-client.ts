import { AethercastError } from '../../platform/aethercast-error.js';
import { isErrorCode } from '../../platform/error-codes/index.js';
import { toTicket, type Ticket } from '../../web/listen/index.js';

/** What the CLI reads of an episode's detail object (`GET /api/v1/podcasts/{id}`). */
export type EpisodeState = {
  podcast_id: string;
  title: string | null;
  status: string;
  overall_status: string;
  run_number: number;
  error_code: string | null;
  error_message: string | null;
  warnings: { code: string; message: string }[];
  progress: {
    stage: string;
    segments_done: number;
    segments_total: number | null;
    eta_seconds: number | null;
  };
  duration_ms: number | null;
  audio_sha256: string | null;
  cover_url: string | null;
};

/** How long a gateway that is being restarted may be away before a call gives up. */
const patienceMs = 60_000;
const retryMs = 250;

/** A REST client of our own gateway; a refused connection is waited out, a coded answer is thrown as what it is. */
export class GatewayClient {
  readonly #address: () => Promise<string>;

  /** @param address asked before every call: a stack may be started again elsewhere. */
  constructor(address: () => Promise<string>) {
    this.#address = address;
  }

  async uploadFile(filename: string, content: Uint8Array): Promise<string> {
    const response = await this.#call('POST', `/api/v1/uploads?filename=${encodeURIComponent(filename)}`, {
      body: Buffer.from(content),
      headers: { 'Content-Type': 'application/octet-stream' },
    });
    return ((await response.json()) as { upload_id: string }).upload_id;
  }

  async createPodcast(body: object, key: string): Promise<{ podcastId: string; replayed: boolean }> {
    const response = await this.#call('POST', '/api/v1/podcasts', {
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    });
    const { podcast_id } = (await response.json()) as { podcast_id: string };
    return { podcastId: podcast_id, replayed: response.headers.get('Idempotency-Replayed') === 'true' };
  }

  async episode(id: string): Promise<EpisodeState> {
    const response = await this.#call('GET', `/api/v1/podcasts/${id}`);
    return (await response.json()) as EpisodeState;
  }

  async retry(id: string): Promise<void> {
    await this.#call('POST', `/api/v1/podcasts/${id}/retry`);
  }

  async cancel(id: string): Promise<void> {
    await this.#call('POST', `/api/v1/podcasts/${id}/cancel`);
  }

  /** For one connection to the episode's live stream. */
  async streamTicket(id: string): Promise<Ticket> {
    const response = await this.#call('POST', '/api/v1/stream-tickets', {
      body: JSON.stringify({ podcast_id: id }),
      headers: { 'Content-Type': 'application/json' },
    });
    return toTicket(await response.json());
  }

  /** The audio from an offset on, also while it grows. Ends with the episode; throws when the connection is cut. */
  async audioFrom(id: string, offset: number, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const response = await this.#call('GET', `/api/v1/podcasts/${id}/audio.mp3?offset=${offset}`, { signal });
    if (response.body === null) throw new TypeError('An answer without a body.');
    return response.body;
  }

  /** One of `audio.mp3`, `transcript.vtt`, `manifest.json`, `cover`. */
  async file(id: string, name: string): Promise<Buffer> {
    const response = await this.#call('GET', `/api/v1/podcasts/${id}/${name}`);
    return Buffer.from(await response.arrayBuffer());
  }

  async #call(
    method: string,
    path: string,
    init: { body?: string | Buffer; headers?: object; signal?: AbortSignal } = {},
  ): Promise<Response> {
    const giveUpAt = Date.now() + patienceMs;
    for (;;) {
      try {
        const response = await fetch((await this.#address()) + path, {
          method,
          ...(init.body === undefined ? {} : { body: init.body }),
          headers: { ...init.headers },
          ...(init.signal === undefined ? {} : { signal: init.signal }),
        });
        if (response.ok) return response;
        const problem = await codedProblem(response);
        if (response.status !== 503 || Date.now() > giveUpAt) throw problem;
      } catch (error) {
        if (!(error instanceof TypeError) || Date.now() > giveUpAt) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

async function codedProblem(response: Response): Promise<AethercastError> {
  const text = await response.text();
  try {
    const { error_code: code, message, details } = JSON.parse(text) as Record<string, unknown>;
    if (typeof code === 'string' && isErrorCode(code) && typeof message === 'string') {
      return new AethercastError(code, { message, details: { ...(details as object | undefined) } });
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return new AethercastError('INTERNAL', {
    message: `The gateway answered ${response.status} with something that is not its own.`,
  });
}
