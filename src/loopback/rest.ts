import { type ApiError, apiErrors } from "./api-error.ts";
import { type Commands, withoutLocalizations } from "./commands.ts";
import type { Interactions } from "./interactions.ts";

/** A request to Discord's HTTP API. */
export interface ApiRequest {
  readonly method: string;
  /** The path after `/api/v10`, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The parsed JSON body, if there was one. */
  readonly body: unknown;
  /** Whether the bot's token came with it: the right one, a wrong one or none. */
  readonly authorization: "valid" | "wrong" | "none";
}

/** What goes back. */
export interface ApiAnswer {
  readonly status: number;
  readonly body?: unknown;
}

interface RestRules {
  readonly applicationId: string;
  readonly application: unknown;
  readonly bot: unknown;
  readonly gatewayUrl: () => string;
  readonly isMemberOf: (guildId: string) => boolean;
  readonly commands: Commands;
  readonly interactions: Interactions;
}

/** Discord's HTTP API, as far as a bot that answers interactions needs it. */
export class Rest {
  readonly #rules: RestRules;

  constructor(rules: RestRules) {
    this.#rules = rules;
  }

  /** Carries a request out. Throws an `ApiError` for whatever Discord refuses. */
  answer(request: ApiRequest): ApiAnswer {
    // A token that is given must be right, even where none is needed.
    if (request.authorization === "wrong") throw apiErrors.unauthorized();
    const [, root, ...rest] = request.path.split("/");
    switch (root) {
      case "interactions":
        return this.#interaction(request, rest);
      case "webhooks":
        return this.#webhook(request, rest);
      case "applications":
        return this.#application(request, rest);
      default:
        return this.#about(request);
    }
  }

  #interaction(request: ApiRequest, [id, token, action, ...more]: string[]): ApiAnswer {
    if (request.method !== "POST" || action !== "callback" || more.length > 0) throw apiErrors.notFound();
    const response = this.#rules.interactions.callback(id ?? "", token ?? "", request.body);
    return request.query.get("with_response") === "true" ? ok(response) : noContent;
  }

  #webhook(request: ApiRequest, [application, token, messages, id, ...more]: string[]): ApiAnswer {
    if (application !== this.#rules.applicationId) throw apiErrors.unknownWebhook();
    if (token === undefined || more.length > 0) throw apiErrors.notFound();
    const { interactions } = this.#rules;
    const { method, body } = request;
    if (messages === undefined) {
      if (method !== "POST") throw apiErrors.notFound();
      return ok(interactions.followUp(token, body));
    }
    if (messages !== "messages" || id === undefined) throw apiErrors.notFound();
    const message = id === "%40original" ? "@original" : id;
    switch (method) {
      case "GET":
        return ok(interactions.getMessage(token, message));
      case "PATCH":
        return ok(interactions.editMessage(token, message, body));
      case "DELETE":
        interactions.deleteMessage(token, message);
        return noContent;
      default:
        throw apiErrors.notFound();
    }
  }

  #application(request: ApiRequest, [application, ...rest]: string[]): ApiAnswer {
    if (application === "@me" && rest.length === 0) return this.#about(request);
    requireToken(request);
    if (application !== this.#rules.applicationId) throw apiErrors.wrongApplication();
    if (rest[0] === "commands") return this.#commands(request, null, rest.slice(1));
    const [guilds, guildId, commands, ...more] = rest;
    if (guilds !== "guilds" || guildId === undefined || commands !== "commands") throw apiErrors.notFound();
    if (!this.#rules.isMemberOf(guildId)) throw apiErrors.missingAccess();
    return this.#commands(request, guildId, more);
  }

  #commands(request: ApiRequest, guildId: string | null, [id, ...more]: string[]): ApiAnswer {
    if (more.length > 0) throw apiErrors.notFound();
    const { commands } = this.#rules;
    const { method, body } = request;
    if (id === undefined) {
      switch (method) {
        case "GET": {
          const list = commands.list(guildId);
          return ok(request.query.get("with_localizations") === "true" ? list : withoutLocalizations(list));
        }
        case "PUT":
          return ok(commands.overwrite(guildId, body));
        case "POST": {
          const { created, command } = commands.create(guildId, body);
          return { status: created ? 201 : 200, body: command };
        }
        default:
          throw apiErrors.notFound();
      }
    }
    switch (method) {
      case "GET":
        return ok(commands.get(guildId, id));
      case "PATCH":
        return ok(commands.edit(guildId, id, body));
      case "DELETE":
        commands.delete(guildId, id);
        return noContent;
      default:
        throw apiErrors.notFound();
    }
  }

  #about(request: ApiRequest): ApiAnswer {
    if (request.method !== "GET") throw apiErrors.notFound();
    switch (request.path) {
      case "/gateway":
        return ok({ url: this.#rules.gatewayUrl() });
      case "/gateway/bot":
        requireToken(request);
        return ok({
          url: this.#rules.gatewayUrl(),
          shards: 1,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
        });
      case "/applications/@me":
      case "/oauth2/applications/@me":
        requireToken(request);
        return ok(this.#rules.application);
      case "/users/@me":
        requireToken(request);
        return ok(this.#rules.bot);
      default:
        throw apiErrors.notFound();
    }
  }
}

/** The answer an `ApiError` is. */
export function refusal(error: ApiError): ApiAnswer {
  return { status: error.status, body: error.toBody() };
}

const noContent: ApiAnswer = { status: 204 };

function ok(body: unknown): ApiAnswer {
  return { status: 200, body };
}

function requireToken(request: ApiRequest): void {
  if (request.authorization !== "valid") throw apiErrors.unauthorized();
}
