import type { Schemas } from '../../api/client';

type Kind = NonNullable<Schemas['Run']['kind']>;

export const kindWords: Record<Kind, string> = {
  podcast: 'Episode',
  landing: 'Landing page',
  search: 'Search',
  explore: 'Exploration',
  task: 'Agent task',
};

export const kinds = Object.keys(kindWords).filter(isKind);

export function isKind(value: string | null): value is Kind {
  return value !== null && Object.hasOwn(kindWords, value);
}

export function kindOf(run: Pick<Schemas['Run'], 'kind'>): string {
  return run.kind === null ? 'Of another release' : kindWords[run.kind];
}

/** What it is about, or what it is. */
export function titleOf(run: Pick<Schemas['Run'], 'kind' | 'title' | 'deleted_timestamp'>): string {
  if (run.title !== null) return run.title;
  return run.deleted_timestamp === null ? kindOf(run) : `${kindOf(run)} (deleted)`;
}

/** The agents in plain words; the seeds' names stay beside them. */
const agents: Partial<Record<string, string>> = {
  CPOA: 'Orchestrator',
  WCHA: 'Reads sources',
  TDA: 'Finds topics',
  PSWA: 'Writes the script',
  SCA: 'Writes snippets',
  VFA: 'Records voices',
  IGA: 'Draws pictures',
  AIMS: 'Language model',
  AIMS_TTS: 'Speech model',
  ASF: 'Live stream',
  DUIA: 'Builds views',
};

export function agentWords(agent: string): string {
  return agents[agent] ?? 'Agent';
}

/** A round moment on the axis: `0`, `0.5 s`, `15 s`, `2 min`. */
export function tickWords(ms: number): string {
  if (ms === 0) return '0';
  return ms < 10_000 ? `${Number((ms / 1_000).toFixed(1))} s` : took(ms);
}

/** `0.3 s`, `12 s`, `3 min 5 s`, `2 h 3 min`: how long something took. */
export function took(ms: number): string {
  if (ms < 950) return `${(Math.max(ms, 0) / 1_000).toFixed(2)} s`;
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`;
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`;
}
