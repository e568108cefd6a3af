// What this browser remembers about playback.
import { keepJson, keptJson } from '../browser/browser-storage';
import { isObject } from '../browser/is-object';
import { keepInTab, keptInTab } from '../browser/tab-storage';
import type { Track } from './track';

const positionsPlace = 'positions';
const sessionPlace = 'player';
const volumePlace = 'volume';
const maxPositions = 200;
/** Positions this close to the start or the end are not worth resuming. */
const worthMs = 10_000;

/** What was in the player when the page was left, and whether it played in this tab. */
export type KeptSession = { track: Track; positionMs: number; availableMs: number; isPlaying: boolean };

/** Where the listener left off in an episode, if it is worth resuming there. */
export function keptPosition(podcastId: string): number | undefined {
  const kept = positions()[podcastId];
  return typeof kept === 'number' && kept > worthMs ? kept : undefined;
}

/** @param durationMs null while it is unknown */
export function keepPosition(podcastId: string, positionMs: number, durationMs: number | null): void {
  const isWorth = positionMs > worthMs && (durationMs === null || positionMs < durationMs - worthMs);
  const entries = Object.entries(positions()).filter(([id]) => id !== podcastId);
  if (isWorth) entries.push([podcastId, Math.round(positionMs)]);
  // Drops those that were not updated for longest.
  keepJson(positionsPlace, Object.fromEntries(entries.slice(-maxPositions)));
}

/** What this tab had in its player; in a new tab, what any had last, which does not play there by itself. */
export function keptSession(): KeptSession | undefined {
  const ofTab = keptInTab(sessionPlace);
  const kept = ofTab === undefined ? keptJson(sessionPlace) : ofTab;
  if (!isObject(kept) || !isTrack(kept['track'])) return undefined;
  const { track, positionMs, availableMs, isPlaying } = kept;
  return {
    track,
    positionMs: typeof positionMs === 'number' ? positionMs : 0,
    availableMs: typeof availableMs === 'number' ? availableMs : 0,
    isPlaying: kept === ofTab && isPlaying === true,
  };
}

export function keepSession(session: KeptSession | undefined): void {
  // A player that was closed here stays closed here.
  keepInTab(sessionPlace, session ?? null);
  keepJson(sessionPlace, session);
}

export type KeptVolume = { volume: number; muted: boolean };

export function keptVolume(): KeptVolume {
  const kept = keptJson(volumePlace);
  const { volume, muted } = isObject(kept) ? kept : {};
  const isVolume = typeof volume === 'number' && volume >= 0 && volume <= 1;
  return { volume: isVolume ? volume : 1, muted: muted === true };
}

export function keepVolume(volume: KeptVolume): void {
  keepJson(volumePlace, volume);
}

function positions(): Record<string, unknown> {
  const kept = keptJson(positionsPlace);
  return isObject(kept) ? kept : {};
}

function isTrack(value: unknown): value is Track {
  if (!isObject(value)) return false;
  const { podcastId, title, coverUrl, isLive } = value;
  const isCover = coverUrl === null || (typeof coverUrl === 'string' && coverUrl.startsWith('/'));
  return typeof podcastId === 'string' && typeof title === 'string' && isCover && typeof isLive === 'boolean';
}
