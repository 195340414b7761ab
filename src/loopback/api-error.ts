/** One field's problems, or a field's fields: the `errors` object of an "Invalid Form Body" answer. */
export interface ErrorTree {
  _errors?: { code: string; message: string }[];
  [field: string]: ErrorTree | { code: string; message: string }[] | undefined;
}

/** An answer of Discord's that isn't a success: HTTP status, Discord's own code, and its words. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: ErrorTree | undefined;

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The JSON body Discord sends for it. */
  toBody(): { message: string; code: number; errors?: ErrorTree } {
    const body = { message: this.message, code: this.code };
    return this.errors === undefined ? body : { ...body, errors: this.errors };
  }
}

/** The errors a bot that answers interactions can meet, under the names Discord gives them. */
export const apiErrors = {
  unauthorized: () => new ApiError(401, 0, "401: Unauthorized"),
  notFound: () => new ApiError(404, 0, "404: Not Found"),
  unsupportedMediaType: (got: string) =>
    new ApiError(415, 0, `415: Unsupported Media Type: the loopback reads application/json only, not ${got}`),
  invalidJson: () => new ApiError(400, 50109, "The request body contains invalid JSON."),
  invalidApiVersion: () => new ApiError(400, 50041, "Invalid API version"),
  missingAccess: () => new ApiError(403, 50001, "Missing Access"),
  wrongApplication: () =>
    new ApiError(403, 20012, "You are not authorized to perform this action on this application"),
  unknownMessage: () => new ApiError(404, 10008, "Unknown Message"),
  unknownWebhook: () => new ApiError(404, 10015, "Unknown Webhook"),
  unknownInteraction: () => new ApiError(404, 10062, "Unknown interaction"),
  unknownCommand: () => new ApiError(404, 10063, "Unknown application command"),
  tooManyCommands: (limit: number) =>
    new ApiError(400, 30032, `Maximum number of application commands reached (${limit}).`),
  alreadyAcknowledged: () => new ApiError(400, 40060, "Interaction has already been acknowledged."),
  tooManyFollowUps: () =>
    new ApiError(400, 40094, "This interaction has hit the maximum number of follow up messages."),
  emptyMessage: () => new ApiError(400, 50006, "Cannot send an empty message"),
  expiredToken: () => new ApiError(401, 50027, "Invalid Webhook Token"),
  internal: () => new ApiError(500, 0, "500: Internal Server Error"),
} as const;
