// Started by the tests of platform/assets as a process of its own: obtains the asset it is told and prints its path.
import { obtainAsset, type Asset, type AssetOptions } from '../../../platform/assets/index.js';

const [asset, options] = JSON.parse(process.argv[2] ?? '') as [Asset, AssetOptions];
console.log(await obtainAsset(asset, options));
