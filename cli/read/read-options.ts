export type NamedSource = { kind: 'file' | 'url' | 'text'; name: string };

/** The flags of `aethercast read`. `sources` stand in the order in which they were named. */
export type ReadOptions = {
  sources: NamedSource[];
  lines?: string;
  spoken: boolean;
  language?: string;
  json: boolean;
};
