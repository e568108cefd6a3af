import { listSegments, type StoredSegment } from '../../db/episode-segments.js';
import { findFinishedEpisode, type FinishedEpisode } from '../../db/finished-episodes.js';
import { AethercastError } from '../../platform/aethercast-error.js';
import { defined } from '../../platform/defined.js';
import { unitPriceOf } from '../../platform/prices.js';
import type { EpisodePart, LostPart, RepairReport } from '../../workflows/contract/episode-repair.js';
import type { ActivityDeps } from '../activity-deps.js';
import { readImageRequest } from '../image-generation/read-image-request.js';
import { readProsody } from '../script/read-prosody.js';
import { readScript } from '../script/read-script.js';
import type { SaidLines } from '../voice-forge/assemble/said-lines.js';
import { saidInTranscript } from '../voice-forge/assemble/transcript-vtt.js';
import { buildEpisode, type BuiltEpisode } from '../voice-forge/build-episode.js';
import { inspectEpisode, sha256Of, type BrokenPart } from './inspect-episode.js';
import { pictureIn } from './picture-in.js';
import { retitleEpisode } from './retitle-episode.js';

export type RepairDeps = Pick<ActivityDeps, 'config' | 'db' | 'forge' | 'log' | 'media' | 'studio'>;

/** A whole manifest was checked against its hash before. */
type Manifest = { segments: { said?: string }[] };

/** What the file, the transcript and the manifest are made of together. */
const builtParts = ['audio', 'transcript', 'manifest'] as const;

/**
 * Makes the lost and damaged objects of a finished episode again, then gives its file the title that it has on record by now.
 * Throws API_GW_AUDIO_NOT_FOUND_DB for an episode that is not finished.
 */
export async function repairEpisode(
  deps: RepairDeps,
  podcastId: string,
  signal: AbortSignal,
): Promise<RepairReport> {
  for (;;) {
    const report = await mendEpisode(deps, podcastId, signal);
    const episode = await findFinishedEpisode(deps.db, podcastId);
    const title = episode?.givenTitle;
    if (episode === undefined || title === undefined || title === episode.fileTitle) return report;
    // A new file is made of the old one and its manifest.
    if (report.lost.some(({ part }) => part === 'audio' || part === 'manifest')) return report;
    if (await retitleEpisode(deps, episode, title)) return report;
  }
}

/**
 * An object is stored only when it is byte for byte what is on record, so it may not be possible: an object that cannot be
 * made the same again is left as it is, and named.
 */
async function mendEpisode(deps: RepairDeps, podcastId: string, signal: AbortSignal): Promise<RepairReport> {
  const episode = await findFinishedEpisode(deps.db, podcastId);
  if (episode === undefined) throw new AethercastError('API_GW_AUDIO_NOT_FOUND_DB');
  const segments = await listSegments(deps.db, podcastId);
  const broken = await inspectEpisode(deps.media, episode, segments);
  if (broken.length === 0) return { mended: [], lost: [] };
  const report = await new Repair(deps, episode, segments, broken, signal).run();
  deps.log.warn({ workflow_id: podcastId, broken, ...report }, 'objects of a finished episode were lost');
  return report;
}

class Repair {
  readonly #deps: RepairDeps;
  readonly #episode: FinishedEpisode;
  readonly #segments: StoredSegment[];
  readonly #broken: readonly BrokenPart[];
  readonly #signal: AbortSignal;
  readonly #mended = new Set<EpisodePart>();
  readonly #lost: LostPart[] = [];

  constructor(
    deps: RepairDeps,
    episode: FinishedEpisode,
    segments: StoredSegment[],
    broken: readonly BrokenPart[],
    signal: AbortSignal,
  ) {
    this.#deps = deps;
    this.#episode = episode;
    this.#segments = segments;
    this.#broken = broken;
    this.#signal = signal;
  }

  async run(): Promise<RepairReport> {
    const { media } = this.#deps;
    const file = this.#isBroken('audio') ? undefined : await media.read(this.#episode.audioUri);
    if (file !== undefined) await this.#cutSegments(file);
    if (this.#isBroken('script')) this.#lose('script', 'The script is gone, and nothing else holds it.');
    const picture = await this.#picture(file);
    const built = await this.#build(picture);
    if (built !== undefined) await this.#storeBuilt(built);
    // Whatever is in the file, or in what was made of it, is the picture that was.
    const isGenuine = file !== undefined || this.#mended.has('audio');
    if (picture !== undefined && isGenuine) await this.#storePictures(picture);
    else if (this.#isBroken('cover'))
      this.#lose('cover', 'The cover is gone, and so is the file that holds it.');
    for (const { segment } of this.#broken.filter(({ part }) => part === 'segment')) {
      if (this.#mended.has('segment') || segment === undefined) continue;
      this.#lose('segment', `The audio of segment ${segment + 1} is gone.`, segment);
    }
    return { mended: [...this.#mended], lost: this.#lost };
  }

  /** The file is exactly the segments behind its tag, so a lost one is still in it. */
  async #cutSegments(file: Buffer): Promise<void> {
    let at = file.length - this.#segments.reduce((total, { bytes }) => total + bytes, 0);
    for (const { seq, bytes, mediaUri } of this.#segments) {
      if (this.#broken.some(({ segment }) => segment === seq)) {
        await this.#deps.media.replace(mediaUri, file.subarray(at, at + bytes));
        this.#mended.add('segment');
      }
      at += bytes;
    }
  }

  /** The stored cover, or the one in the file, or one that is drawn again; undefined when there was or is none. */
  async #picture(file: Buffer | undefined): Promise<Buffer | undefined> {
    const { coverUri } = this.#episode;
    if (coverUri === null) return undefined;
    if (!this.#isBroken('cover')) return this.#deps.media.read(coverUri);
    return file === undefined ? this.#drawAgain() : pictureIn(file);
  }

  /** Only by a provider that costs nothing: one that is paid would draw another picture. */
  async #drawAgain(): Promise<Buffer | undefined> {
    const { config, media, studio } = this.#deps;
    if (this.#isBroken('script') || unitPriceOf(studio.provider.name).unit_price_usd > 0) return undefined;
    const { title, topic } = await readScript(media, this.#episode.scriptUri);
    const words = { prompt: title === topic ? title : `${title}. ${topic}`, title };
    const request = readImageRequest({ ...words, aspect_ratio: '1:1' }, config);
    return Buffer.from(await studio.provider.generate(request, this.#signal));
  }

  async #build(picture: Buffer | undefined): Promise<BuiltEpisode | undefined> {
    const wanted = builtParts.filter((part) => this.#isBroken(part));
    if (wanted.length === 0 || this.#isBroken('script')) {
      for (const part of wanted) this.#lose(part, 'It cannot be made again without the script.');
      return undefined;
    }
    const { db, media } = this.#deps;
    const { podcastId, scriptUri, warnings, segmentsTotal, startedAt, fileTitle } = this.#episode;
    const script = await readScript(media, scriptUri);
    try {
      const built = await buildEpisode(this.#deps, {
        workflowId: podcastId,
        script: { ...script, warnings, ...defined({ title: fileTitle }) },
        stored: this.#segments,
        expectedSegments: segmentsTotal,
        prosody: await readProsody(db, podcastId),
        startedAt,
        picture,
        signal: this.#signal,
      });
      if (this.#isBroken('segment')) this.#mended.add('segment');
      return built;
    } catch (error) {
      if (!(error instanceof AethercastError) || !error.code.startsWith('CPOA_EPISODE_')) throw error;
      for (const part of wanted) this.#lose(part, error.message);
      return undefined;
    }
  }

  async #storeBuilt(built: BuiltEpisode): Promise<void> {
    const { file, episode } = built;
    const { transcript, manifest } = await this.#recordsOf(built);
    const { audioUri, audioSha256, transcriptUri, transcriptSha256, manifestUri, manifestSha256 } =
      this.#episode;
    const isSameFile = episode.fileSha256 === audioSha256;
    await this.#storeSame('audio', audioUri, file, isSameFile);
    await this.#storeSame(
      'transcript',
      transcriptUri,
      transcript,
      isSameOr(transcriptSha256, transcript, true),
    );
    await this.#storeSame('manifest', manifestUri, manifest, isSameOr(manifestSha256, manifest, isSameFile));
  }

  /**
   * Transcript and manifest hold what was said, by the rules of their time: the one that is left has it, and those of earlier
   * releases had nothing of it.
   */
  async #recordsOf(built: BuiltEpisode): Promise<Pick<BuiltEpisode, 'transcript' | 'manifest'>> {
    const { transcriptSha256, manifestSha256 } = this.#episode;
    const candidates = [built, built.recordsWith(await this.#saidThen()), built.recordsWith([])];
    function recorded(part: 'transcript' | 'manifest', hash: string | undefined): Buffer {
      return (candidates.find((candidate) => sha256Of(candidate[part]) === hash) ?? built)[part];
    }
    return {
      transcript: recorded('transcript', transcriptSha256),
      manifest: recorded('manifest', manifestSha256),
    };
  }

  async #saidThen(): Promise<SaidLines> {
    const { media } = this.#deps;
    const { transcriptUri, manifestUri } = this.#episode;
    const said: (string | undefined)[] = [];
    if (!this.#isBroken('manifest')) {
      const manifest = JSON.parse((await media.read(manifestUri)).toString('utf8')) as Manifest;
      for (const [seq, segment] of manifest.segments.entries()) said[seq] = segment.said;
    } else if (!this.#isBroken('transcript')) {
      const notes = saidInTranscript((await media.read(transcriptUri)).toString('utf8'));
      for (const [seq, words] of notes) said[seq] = words;
    }
    return said;
  }

  async #storeSame(part: EpisodePart, uri: string, bytes: Buffer, isSame: boolean): Promise<void> {
    if (!this.#isBroken(part)) return;
    if (isSame) await this.#replace(part, uri, bytes);
    else this.#lose(part, this.#whyDifferent());
  }

  #whyDifferent(): string {
    return this.#isBroken('cover')
      ? 'Made again it is different, since the cover that is in it is lost.'
      : 'Made again it is different from what is on record.';
  }

  async #storePictures(picture: Buffer): Promise<void> {
    const { coverUri, thumbnailUri } = this.#episode;
    if (this.#isBroken('cover') && coverUri !== null) await this.#replace('cover', coverUri, picture);
    if (!this.#isBroken('thumbnail') || thumbnailUri === null) return;
    await this.#replace('thumbnail', thumbnailUri, await this.#deps.studio.thumbnail(picture));
  }

  async #replace(part: EpisodePart, uri: string, bytes: Uint8Array): Promise<void> {
    await this.#deps.media.replace(uri, bytes);
    this.#mended.add(part);
  }

  #isBroken(part: EpisodePart): boolean {
    return this.#broken.some((one) => one.part === part);
  }

  #lose(part: EpisodePart, reason: string, segment?: number): void {
    this.#lost.push({ part, reason, ...(segment === undefined ? {} : { segment }) });
  }
}

function isSameOr(recorded: string | undefined, bytes: Buffer, otherwise: boolean): boolean {
  return recorded === undefined ? otherwise : sha256Of(bytes) === recorded;
}
