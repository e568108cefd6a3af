import { AethercastError } from '../../../../platform/aethercast-error.js';

/** The part of `onnxruntime-node` that we use, typed here so that the product builds where the package is left out. */
export type OnnxRuntime = {
  InferenceSession: { create(file: string, options: OnnxOptions): Promise<OnnxSession> };
  Tensor: new (
    type: 'int64' | 'float32',
    data: BigInt64Array | Float32Array,
    dims: readonly number[],
  ) => OnnxTensor;
};

export type OnnxOptions = {
  intraOpNumThreads: number;
  interOpNumThreads: number;
  executionMode: 'sequential' | 'parallel';
  enableMemPattern: boolean;
};

export type OnnxTensor = {
  readonly type: string;
  readonly dims: readonly number[];
  readonly data: unknown;
};

export type OnnxSession = {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Record<string, OnnxTensor>): Promise<Record<string, OnnxTensor>>;
};

/** A variable, since an import of the literal would have the compiler look for the package. */
const packageName: string = 'onnxruntime-node';

/** Throws VFA_ENGINE_UNAVAILABLE where the optional package is not installed or has no binary for this machine. */
export async function loadOnnxRuntime(): Promise<OnnxRuntime> {
  try {
    return (await import(packageName)) as OnnxRuntime;
  } catch (cause) {
    throw new AethercastError('VFA_ENGINE_UNAVAILABLE', {
      message:
        `The local voices need the package ${packageName}, which cannot be loaded here. ` +
        'Run `npm install --include=optional`, or set SPEECH_PROVIDER=flite.',
      details: { package: packageName, reason: cause instanceof Error ? cause.message : String(cause) },
      cause,
    });
  }
}
