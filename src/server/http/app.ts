import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RewardError } from "../../core/index.js";
import type { Session } from "../dispatch.js";
import { toRpcError } from "../errors.js";
import type { ServerMetrics } from "../observe/metrics.js";
import type { Observer } from "../observe/observer.js";
import type { TrainerRoute, TrainerScorer } from "../trainers/index.js";
import { trainerRoutes } from "../trainers/index.js";
import { type AccessOptions, createAccessCheck } from "./access.js";
import { noteRequests, type RequestNotes } from "./request-notes.js";

/** What an HTTP server serves, and to whom. */
export interface HttpAppOptions extends AccessOptions {
  readonly openSession: () => Session;
  readonly score: TrainerScorer;
  readonly metrics: ServerMetrics;
  /** Hears of requests to the trainers' URLs, and of all that are refused. */
  readonly observer: Observer;
  readonly maxFrameBytes: number;
  /** The reward of the trainers' URLs that name none. */
  readonly defaultReward: string;
  /** What trainers that cannot carry `null` get in its place. */
  readonly noneValue: number;
  /** Whether the server takes requests; it does not while it ends. */
  readonly isReady: () => boolean;
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

/** Carries one JSON-RPC message or batch; a client that goes away cancels it. */
async function answerRpc(request: FastifyRequest, reply: FastifyReply, session: Session): Promise<unknown> {
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) session.close();
  });
  const answer = await session.receive(request.body as string);
  return answer === null ? reply.code(204).send() : reply.type("application/json").send(answer);
}

function addRpc(app: FastifyInstance, { openSession }: HttpAppOptions): void {
  void app.register((scope, _, done) => {
    // The session reads the message itself, so that what is no JSON is told as JSON-RPC says.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string" }, (_request, body, parsed) => parsed(null, body));
    scope.post("/rpc", (request, reply) => answerRpc(request, reply, openSession()));
    done();
  });
}

function addTrainer(app: FastifyInstance, route: TrainerRoute, options: HttpAppOptions): void {
  const { score, noneValue, defaultReward } = options;
  app.route({
    method: route.method,
    url: route.path,
    ...(route.body && { schema: { body: route.body } }),
    handler: async ({ body, params }, reply) => {
      const { reward = defaultReward } = params as { readonly reward?: string };
      const answer = await route.handle(body as never, { reward, score, noneValue });
      return reply.type("application/json").send(JSON.stringify(answer));
    },
  });
}

function addHealth(app: FastifyInstance, { isReady, metrics }: HttpAppOptions): void {
  app.get("/", () => ({ status: "ok" }));
  app.get("/health", () => ({ status: "ok" }));
  app.get("/healthz", () => ({ status: "ok" }));
  app.get("/readyz", (_, reply) =>
    isReady() ? { status: "ready" } : reply.code(503).send({ status: "ending" }),
  );
  app.get("/metrics", async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}

/** Liveness is no secret, and probes carry no token. */
const OPEN_PATHS = new Set(["/", "/health", "/healthz", "/readyz"]);

function addRefusals(app: FastifyInstance, options: HttpAppOptions, notes: RequestNotes): void {
  const refusalOf = createAccessCheck(options);
  app.addHook("onRequest", async (request, reply) => {
    if (OPEN_PATHS.has(request.url)) return;
    const refusal = refusalOf(request.headers);
    if (!refusal) return;
    notes.problem(request, refusal.reason);
    await reply.code(refusal.status).send({ error: refusal.reason });
  });
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

/** The server's HTTP face: JSON-RPC, the trainers' own reward protocols, health and metrics; by fastify. */
export async function createHttpApp(options: HttpAppOptions): Promise<FastifyInstance> {
  const { default: fastify } = await import("fastify");
  const app = fastify({
    bodyLimit: options.maxFrameBytes,
    // Trainers send fields of their own besides those that are read.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
    forceCloseConnections: "idle",
  });
  const notes = noteRequests(app, options.observer, new Set([...OPEN_PATHS, "/metrics", "/rpc"]));
  addRefusals(app, options, notes);
  // A connection that is kept alive would keep a server that ends.
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (!options.isReady()) void reply.header("connection", "close");
    done();
  });
  addErrors(app, options, notes);
  addRpc(app, options);
  for (const route of trainerRoutes) addTrainer(app, route, options);
  addHealth(app, options);
  return app;
}
