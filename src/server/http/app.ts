import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RewardError } from "../../core/index.js";
import type { OpenSession, Session } from "../dispatch.js";
import { toRpcError } from "../errors.js";
import type { ServerMetrics } from "../observe/metrics.js";
import type { Monitor } from "../observe/monitor.js";
import type { Observer } from "../observe/observer.js";
import type { TrainerRoute, TrainerScorer } from "../trainers/index.js";
import { trainerRoutes } from "../trainers/index.js";
import { type AccessOptions, createAccessCheck } from "./access.js";
import { openRequests } from "./open-requests.js";
import { noteRequests, type RequestNotes } from "./request-notes.js";

/** What an HTTP server serves, and to whom. */
export interface HttpAppOptions extends AccessOptions {
  /** What answers requests; `null` while the rewards are loaded. */
  readonly face: () => { readonly openSession: OpenSession; readonly score: TrainerScorer } | null;
  readonly metrics: ServerMetrics;
  /** Hears of requests to the trainers' URLs, and of all that are refused. */
  readonly observer: Observer;
  readonly monitor: Monitor;
  readonly maxFrameBytes: number;
  /** The reward of the trainers' URLs that name none. */
  readonly defaultReward: string;
  /** What trainers that cannot carry `null` get in its place. */
  readonly noneValue: number;
}

/** Mistakes of the caller; everything else is ours. */
function statusOf(error: unknown): number {
  if (error instanceof RewardError) return error.code === "unknown_reward" ? 404 : 422;
  const { statusCode = 500 } = error as { readonly statusCode?: number };
  return statusCode;
}

function messageOf(error: unknown, maxFrameBytes: number): string {
  if (statusOf(error) === 413) {
    return `A request of more than ${maxFrameBytes} bytes is refused; send smaller batches, or raise --max-frame-bytes.`;
  }
  return error instanceof Error ? error.message : String(error);
}

/** Nobody waits any more for the answer of a client that goes away. */
function onGone({ raw }: FastifyReply, cancel: () => void): void {
  raw.once("close", () => {
    if (!raw.writableFinished) cancel();
  });
}

/** Carries one JSON-RPC message or batch. */
async function answerRpc(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<unknown> {
  onGone(reply, () => session.close());
  const answer = await session.receive(request.body as string);
  return answer === null ? reply.code(204).send() : reply.type("application/json").send(answer);
}

/** Thrown only where a request gets past the hook that refuses it. */
function answering({ face }: HttpAppOptions): NonNullable<ReturnType<HttpAppOptions["face"]>> {
  const current = face();
  if (current === null) throw new Error("The rewards are not loaded yet.");
  return current;
}

function addRpc(app: FastifyInstance, options: HttpAppOptions): void {
  void app.register((scope, _, done) => {
    // The session reads the message itself, so that what is no JSON is told as JSON-RPC says.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string" }, (_request, body, parsed) => parsed(null, body));
    scope.post("/rpc", (request, reply) => answerRpc(request, reply, answering(options).openSession()));
    done();
  });
}

function addTrainer(app: FastifyInstance, route: TrainerRoute, options: HttpAppOptions): void {
  const { noneValue, defaultReward } = options;
  app.route({
    method: route.method,
    url: route.path,
    ...(route.body && { schema: { body: route.body } }),
    handler: async ({ body, params }, reply) => {
      const { score } = answering(options);
      const gone = new AbortController();
      onGone(reply, () => gone.abort());
      const { reward = defaultReward } = params as { readonly reward?: string };
      const answer = await route.handle(body as never, {
        reward,
        score: (name, samples) => score(name, samples, gone.signal),
        noneValue,
      });
      return reply.type("application/json").send(JSON.stringify(answer));
    },
  });
}

function addHealth(app: FastifyInstance, { monitor, metrics }: HttpAppOptions): void {
  app.get("/", () => ({ status: "ok" }));
  app.get("/health", () => ({ status: "ok" }));
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", (_, reply) => {
    const status = monitor.state();
    return reply.code(status === "ready" ? 200 : 503).send({ status });
  });
  app.get(METRICS_PATH, async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}

/** Liveness is no secret, and probes carry no token. */
const OPEN_PATHS: ReadonlySet<string> = new Set(["/", "/health", "/healthz", "/readyz"]);

/** Answered in every state. */
const METRICS_PATH = "/metrics";

const UNREADY = {
  loading: "The server is loading its rewards; try again in a moment.",
  ending: "The server is ending.",
} as const;

/** Lets in who may ask while the server can answer; for the end, it keeps the answers that are under way. */
function addGate(app: FastifyInstance, options: HttpAppOptions, notes: RequestNotes): () => Promise<void> {
  const { monitor } = options;
  const refusalOf = createAccessCheck(options);
  const open = openRequests(app);
  app.addHook("onRequest", async (request, reply) => {
    const { url: path } = request.routeOptions;
    if (OPEN_PATHS.has(path ?? "")) return undefined;
    const refusal = refusalOf(request.headers);
    if (refusal) {
      notes.problem(request, refusal.reason);
      return reply.code(refusal.status).send({ error: refusal.reason });
    }
    if (path === METRICS_PATH) return undefined;
    const state = monitor.state();
    if (state !== "ready") {
      notes.problem(request, UNREADY[state]);
      return reply.code(503).header("retry-after", "1").send({ error: UNREADY[state] });
    }
    open.add(reply.raw);
    return undefined;
  });
  // A connection that is kept alive would keep a server that ends.
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (monitor.state() === "ending") void reply.header("connection", "close");
    done();
  });
  return open.drained;
}

function addErrors(app: FastifyInstance, { maxFrameBytes }: HttpAppOptions, notes: RequestNotes): void {
  app.setErrorHandler((error, request, reply) => {
    const { data } = toRpcError(error);
    const code = error instanceof RewardError ? { code: data.code } : {};
    const message = messageOf(error, maxFrameBytes);
    notes.problem(request, message);
    return reply.code(statusOf(error)).send({ error: message, ...code });
  });
  app.setNotFoundHandler((request, reply) => {
    const message = `There is no ${request.method} ${request.url}; JSON-RPC goes to POST /rpc.`;
    notes.problem(request, message);
    return reply.code(404).send({ error: message });
  });
}

/** Who sends slower than a request in this time could hold connections without end. */
const REQUEST_TIMEOUT_MS = 300_000;

/** An app, and when all that it was asked is answered. */
interface HttpApp {
  readonly app: FastifyInstance;
  readonly drained: () => Promise<void>;
}

/** The server's HTTP face: JSON-RPC, the trainers' own reward protocols, health and metrics; by fastify. */
export async function createHttpApp(options: HttpAppOptions): Promise<HttpApp> {
  const { default: fastify } = await import("fastify");
  const app = fastify({
    bodyLimit: options.maxFrameBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // Trainers send fields of their own besides those that are read.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    forceCloseConnections: "idle",
  });
  app.server.on("connection", options.monitor.watch);
  const notes = noteRequests(app, options.observer, new Set([...OPEN_PATHS, METRICS_PATH, "/rpc"]));
  const drained = addGate(app, options, notes);
  addErrors(app, options, notes);
  addRpc(app, options);
  for (const route of trainerRoutes) addTrainer(app, route, options);
  addHealth(app, options);
  return { app, drained };
}
