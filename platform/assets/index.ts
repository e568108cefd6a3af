// Assets: files that npm does not carry (programs, voices), each pinned by size and SHA-256 and taken from the first
// source that has it. Imports nothing of the project but platform/.
export { assetPlatform, type Asset, type AssetBuild, type Progress } from './asset.js';
export { assetOptions, type AssetOptions } from './asset-options.js';
export { defaultCacheFolder } from './cache-folder.js';
export { cachedAsset } from './cached-file.js';
export { obtainAsset } from './obtain-asset.js';
