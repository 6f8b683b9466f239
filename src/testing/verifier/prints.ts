interface Stream {
  write: (...args: unknown[]) => unknown;
}

/** Where text goes that programs print, if there is such a thing here. */
const outputs = (): readonly (readonly [owner: Record<string, unknown>, name: string])[] => {
  const { process, console } = globalThis as unknown as {
    readonly process?: { readonly stdout?: Stream };
    readonly console: Record<string, unknown>;
  };
  const stdout = process?.stdout as unknown as Record<string, unknown> | undefined;
  return [...(stdout ? [[stdout, "write"] as const] : []), [console, "log"], [console, "info"]];
};

/** Makes a call, keeps what it prints to itself, and tells whether it did. */
export async function watchPrints<Value>(
  call: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly hasPrinted: boolean }> {
  let hasPrinted = false;
  const kept = outputs().map(([owner, name]) => ({ owner, name, own: owner[name] }));
  for (const { owner, name } of kept) owner[name] = () => (hasPrinted = true);
  try {
    return { value: await call(), hasPrinted };
  } finally {
    for (const { owner, name, own } of kept) owner[name] = own;
  }
}
