import type { Schemas } from '../../api/client';
import { took } from '../../components/took';

type Kind = NonNullable<Schemas['Run']['kind']>;

export const kindWords: Record<Kind, string> = {
  podcast: 'Episode',
  landing: 'Topics for Discover',
  search: 'Search',
  explore: 'Related topics',
  task: 'Single step',
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

/** What the agents do, by their short names, which only the details show. */
const agents: Partial<Record<string, string>> = {
  CPOA: 'Finishing the episode',
  WCHA: 'Reading the sources',
  TDA: 'Finding topics',
  PSWA: 'Writing the script',
  SCA: 'Writing snippets',
  VFA: 'Recording the voices',
  IGA: 'Drawing the cover',
  AIMS: 'Asking the language model',
  AIMS_TTS: 'Speaking a text',
  ASF_NOTIFY: 'Notifying listeners',
};

export function agentWords(agent: string): string {
  return agents[agent] ?? 'Other work';
}

/** One step: `vfa:003` is the fourth line, `pswa:0` the first part of the script. */
export function stepWords(activityId: string, agent: string): string {
  const [, kind, number] = /^(vfa|pswa):(\d+)$/.exec(activityId) ?? [];
  if (kind === undefined) return agentWords(agent);
  return `${kind === 'vfa' ? 'Recording line' : 'Writing part'} ${Number(number) + 1}`;
}

/** A round moment on the axis: `0`, `0.5 s`, `15 s`, `2 min`. */
export function tickWords(ms: number): string {
  if (ms === 0) return '0';
  return ms < 10_000 ? `${Number((ms / 1_000).toFixed(1))} s` : took(ms);
}
