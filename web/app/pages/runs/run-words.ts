import type { Schemas } from '../../api/client';
import { took } from '../../components/took';

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
  return run.kind === null ? 'Unknown kind' : kindWords[run.kind];
}

/** What it is about, or what it is. */
export function titleOf(run: Pick<Schemas['Run'], 'kind' | 'title' | 'deleted_timestamp'>): string {
  if (run.title !== null) return run.title;
  return run.deleted_timestamp === null ? kindOf(run) : `${kindOf(run)} (deleted)`;
}

/** The agents in plain words; their short names stay beside them. */
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
