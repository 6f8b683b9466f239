import {
  createJSONRPCErrorResponse,
  createJSONRPCSuccessResponse,
  isJSONRPCID,
  JSONRPCErrorCode,
  type JSONRPCRequest,
  type JSONRPCResponse,
  JSONRPCServer,
} from "json-rpc-2.0";
import { RewardError } from "../core/index.js";
import type { Registry } from "../rewards/registry.js";
import { compileSchema } from "../schema/index.js";
import { type RpcError, toRpcError } from "./errors.js";
import { createLayoutReader, type Frame, headerText } from "./frames/frame.js";
import { type FrameTexts, type MethodContext, methods, type Notify } from "./methods/index.js";
import { createMonitor, type Monitor } from "./observe/monitor.js";
import type { Observer } from "./observe/observer.js";
import { DEFAULT_MAX_FRAME_BYTES, type MethodName, protocol } from "./protocol.js";
import type { Threads } from "./threads/threads-on-demand.js";
import { wireJson } from "./wire-json.js";

/** What a server offers, whatever carries its messages. */
export interface DispatcherOptions {
  readonly registry: Registry;
  readonly version: string;
  readonly maxFrameBytes?: number;
  /** Called once when a client asks for `shutdown`, after its request is answered; without it, that is refused. */
  readonly onShutdown?: () => void;
  /** Where the figures of the method `stats` come from; by default one of this dispatcher's own. */
  readonly monitor?: Monitor;
  /** Hears of every request that was answered and every batch that was scored; by default the monitor alone. */
  readonly observer?: Observer;
  /** Where rewards are scored that are not built in; without it, they are scored in this thread. */
  readonly threads?: Threads;
  /** The environment variables that requests' rewards may name; without it, any. */
  readonly allowedVariables?: readonly string[];
}

/** What carries a client's messages. */
interface Transport {
  /** Whether it carries frames as well as lines. */
  readonly takesFrames?: boolean;
}

/** One client's line to the server: takes messages and gives the replies as text. Knows no streams. */
export interface Session {
  /**
   * @param notify sends a notification before the reply; `false` if the client has too much to read already
   * @returns the reply to send, or `null` if the message asks for none. Never rejects.
   */
  readonly receive: (message: string | Frame, notify?: Notify) => Promise<string | null>;
  /** Cancels everything in flight: the client is gone. */
  readonly close: () => void;
}

/** The members of a message that the session itself looks at; whatever they hold is checked by the RPC server. */
interface IncomingMessage {
  readonly method?: unknown;
  readonly id?: unknown;
  readonly params?: unknown;
}

/** Where a message came from. */
interface Origin extends Transport {
  readonly receivedAt: number;
  readonly notify?: Notify;
  readonly texts?: FrameTexts;
}

interface CallContext extends Origin {
  readonly requestId: unknown;
  readonly signal: () => AbortSignal;
}

type MonitoredOptions = DispatcherOptions & { readonly monitor: Monitor };

/** A method that checks its params, and tells the observer what came of it. */
function createMethod(
  name: MethodName,
  {
    registry,
    version,
    maxFrameBytes = DEFAULT_MAX_FRAME_BYTES,
    onShutdown,
    monitor,
    observer = monitor,
    ...optional
  }: MonitoredOptions,
): (params: unknown, call: CallContext) => Promise<unknown> {
  const problemWith = compileSchema(protocol[name].params);
  const shutdown = onShutdown && ((): void => void setImmediate(onShutdown));
  const offered = { registry, version, maxFrameBytes, monitor, observer, ...optional };
  const run = (params: unknown, call: CallContext): unknown => {
    const problem = problemWith(params);
    if (problem !== null) throw new RewardError("bad_input", `Params of ${name}: ${problem}.`);
    const context: MethodContext = { ...offered, ...(shutdown && { shutdown }), ...call };
    return methods[name](params as never, context);
  };
  return async (params = {}, call) => {
    let error: RpcError | null = null;
    observer.received?.();
    try {
      return await run(params, call);
    } catch (caught) {
      error = toRpcError(caught);
      throw caught;
    } finally {
      observer.answered?.({ method: name, ms: performance.now() - call.receivedAt, error });
    }
  };
}

function createRpcServer(options: MonitoredOptions): JSONRPCServer<CallContext> {
  const server = new JSONRPCServer<CallContext>({ errorListener: () => undefined });
  server.mapErrorToJSONRPCErrorResponse = (id, error) => {
    const { code, message, data } = toRpcError(error);
    return createJSONRPCErrorResponse(id, code, message, data);
  };
  server.handleMethodNotFound = ({ id, method }) => {
    const message = `There is no method "${method}"; known are ${Object.keys(protocol).join(", ")}.`;
    const isNotification = id === undefined;
    return Promise.resolve(
      isNotification ? null : createJSONRPCErrorResponse(id, JSONRPCErrorCode.MethodNotFound, message),
    );
  };
  for (const name of Object.keys(protocol) as MethodName[])
    server.addMethod(name, createMethod(name, options));
  return server;
}

function errorReply(code: JSONRPCErrorCode, message: string): JSONRPCResponse {
  return createJSONRPCErrorResponse(null, code, message);
}

/** A reply over the limit of a string cannot be sent; the caller hears that instead of nothing. */
function serialize(reply: JSONRPCResponse | JSONRPCResponse[]): string {
  try {
    return wireJson(reply);
  } catch (error) {
    const { code, message, data } = toRpcError(error);
    const id = Array.isArray(reply) ? null : reply.id;
    return wireJson(createJSONRPCErrorResponse(id, code, message, data));
  }
}

function parse(text: string): { readonly message: unknown } | { readonly problem: string } {
  try {
    return { message: JSON.parse(text) };
  } catch (error) {
    return { problem: `This is not JSON: ${(error as SyntaxError).message}` };
  }
}

/** Each request of a batch may be refused in more bytes than it has. */
export const MAX_BATCH = 1000;

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

type LayoutReader = ReturnType<typeof createLayoutReader>;

/** Opens a session, which is one client. */
export type OpenSession = (transport?: Transport) => Session;

/** Serves the methods of the protocol. */
export function createDispatcher(options: DispatcherOptions): { readonly openSession: OpenSession } {
  const { monitor = createMonitor() } = options;
  const server = createRpcServer({ ...options, monitor });
  const readLayout = createLayoutReader();
  monitor.setState("ready");
  return { openSession: (transport = {}) => openSession(server, readLayout, transport) };
}

/** What cancels a request. */
interface Cancellation {
  readonly signal: () => AbortSignal;
  readonly abort: () => void;
}

/** Its signal is made when it is asked for: most methods are over before anybody could cancel them. */
function createCancellation(): Cancellation {
  let controller: AbortController | undefined;
  const get = (): AbortController => (controller ??= new AbortController());
  return { signal: () => get().signal, abort: () => get().abort() };
}

/** Answers requests, one by one, and can cancel those that it has not answered. */
function createAnswerer(server: JSONRPCServer<CallContext>): {
  readonly answer: (request: unknown, origin: Origin) => Promise<JSONRPCResponse | null>;
  readonly cancelAll: () => void;
} {
  const inFlight = new Map<unknown, Cancellation>();
  const answer = async (request: unknown, origin: Origin): Promise<JSONRPCResponse | null> => {
    // Nor is a batch within a batch one.
    if (!isObject(request) || Array.isArray(request))
      return errorReply(JSONRPCErrorCode.InvalidRequest, "A request must be an object.");
    const { method, id, params } = request as IncomingMessage;
    if (id !== undefined && !isJSONRPCID(id)) {
      return errorReply(JSONRPCErrorCode.InvalidRequest, "An id must be a string, a number or null.");
    }
    if (method === "$/cancelRequest") {
      if (isObject(params) && "id" in params) inFlight.get(params.id)?.abort();
      return id === undefined ? null : createJSONRPCSuccessResponse(id, null);
    }
    const cancellation = createCancellation();
    inFlight.set(id, cancellation);
    try {
      const { signal } = cancellation;
      return await server.receive(request as JSONRPCRequest, { ...origin, requestId: id, signal });
    } finally {
      if (inFlight.get(id) === cancellation) inFlight.delete(id);
    }
  };
  return { answer, cancelAll: () => inFlight.forEach(({ abort }) => abort()) };
}

/** The texts of a frame, for the request in its header. */
function frameTexts(
  frame: Frame,
  request: unknown,
  readLayout: LayoutReader,
): FrameTexts | { readonly problem: JSONRPCResponse } {
  if (!isObject(request) || Array.isArray(request)) {
    return {
      problem: errorReply(JSONRPCErrorCode.InvalidRequest, "The header of a frame must be one request."),
    };
  }
  try {
    const shared = readLayout(frame, "texts" in request ? request.texts : undefined);
    return { shared, recycle: frame.arena.recycle };
  } catch (error) {
    const { code, message, data } = toRpcError(error);
    const { id } = request as IncomingMessage;
    return { problem: createJSONRPCErrorResponse(isJSONRPCID(id) ? id : null, code, message, data) };
  }
}

function openSession(
  server: JSONRPCServer<CallContext>,
  readLayout: LayoutReader,
  transport: Transport,
): Session {
  const { answer, cancelAll } = createAnswerer(server);

  const answerAll = async (
    message: unknown,
    origin: Origin,
  ): Promise<JSONRPCResponse | JSONRPCResponse[] | null> => {
    if (!Array.isArray(message)) return answer(message, origin);
    if (message.length === 0 || message.length > MAX_BATCH) {
      const problem = `A batch has from 1 to ${MAX_BATCH} requests, not ${message.length}.`;
      return errorReply(JSONRPCErrorCode.InvalidRequest, problem);
    }
    const replies = await Promise.all(message.map((request) => answer(request, origin)));
    const answered = replies.filter((reply) => reply !== null);
    return answered.length > 0 ? answered : null;
  };

  const answerFrame = (frame: Frame, request: unknown, origin: Origin): Promise<JSONRPCResponse | null> => {
    const texts = frameTexts(frame, request, readLayout);
    return "problem" in texts ? Promise.resolve(texts.problem) : answer(request, { ...origin, texts });
  };

  return {
    receive: async (message, notify) => {
      const origin = { ...transport, receivedAt: performance.now(), ...(notify && { notify }) };
      const frame = typeof message === "string" ? null : message;
      const parsed = parse(typeof message === "string" ? message : headerText(message));
      let reply: JSONRPCResponse | JSONRPCResponse[] | null;
      if ("problem" in parsed) reply = errorReply(JSONRPCErrorCode.ParseError, parsed.problem);
      else if (frame) reply = await answerFrame(frame, parsed.message, origin);
      else reply = await answerAll(parsed.message, origin);
      return reply === null ? null : serialize(reply);
    },
    close: cancelAll,
  };
}
