// The part of the WebAssembly globals that we use. Node has them; @types/node 20 does not declare them, and the
// DOM library would bring a browser's worth of globals along.
declare namespace WebAssembly {
  interface Module {
    readonly __brand: 'WebAssembly.Module';
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Record<string, Record<string, unknown>>): Promise<Instance>;
  class RuntimeError extends Error {}
}
