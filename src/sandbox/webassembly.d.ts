/** The part of WebAssembly's interface that is used here; Node's types leave it to those of browsers. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]?: "WebAssembly.Module";
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  /** Functions and other values by name; the namespaces of an import are such tables. */
  type ModuleImports = Record<string, unknown>;
  type Imports = Record<string, ModuleImports>;
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(source: unknown, imports?: Imports): Promise<unknown>;
  const Module: {
    readonly imports: (module: Module) => readonly { module: string; name: string; kind: string }[];
  };
}
