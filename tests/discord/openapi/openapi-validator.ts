import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { DataValidateFunction } from "ajv/dist/types/index.js";
import addFormats from "ajv-formats";

/** A JSON schema, as far as it is looked into here. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  properties?: { type?: Schema };
  [union]?: Schema[];
}

interface Operation {
  operationId?: string;
  requestBody?: { required?: boolean; content?: Record<string, { schema?: Schema }> };
}

/** An OpenAPI 3.1 description, as far as it is looked into here. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Stands in for `oneOf` and `anyOf`, so that only the branch that was meant is complained about. */
const union = "x-union";

/** The name under which the description's own schemas are known to the validator. */
const ROOT = "discord";

const BIGGEST_SNOWFLAKE = 2n ** 64n - 1n;

/** Checks what a bot sends against Discord's own description of its HTTP API. */
export class OpenApiValidator {
  readonly #description: Description;
  readonly #ajv: Ajv2020;
  readonly #schemas: Readonly<Record<string, Schema>>;
  readonly #bodies = new Map<Operation, (body: unknown) => string[]>();

  constructor(description: Description) {
    this.#description = description;
    this.#schemas = prepare(description.components.schemas) as Record<string, Schema>;
    // The description's `format`s and `x-…` aren't all known to JSON schema, hence not strict.
    this.#ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(this.#ajv);
    this.#ajv.addFormat(
      "snowflake",
      (text: string) => /^\d{1,20}$/.test(text) && BigInt(text) <= BIGGEST_SNOWFLAKE,
    );
    this.#ajv.addFormat("nonce", true);
    this.#ajv.addKeyword({
      keyword: union,
      errors: "full",
      compile: (branches: Schema[]) => this.#compileUnion(branches),
    });
    this.#ajv.addSchema({ $id: ROOT, components: { schemas: this.#schemas } });
  }

  /**
   * What is wrong with the JSON body of a request; nothing if it is as described. The path may have
   * `/api/v10` before it and a query behind it.
   */
  validateRequest(method: string, path: string, body: unknown): string[] {
    const operation = this.#operation(method, path);
    if (operation === undefined) return [`${method.toUpperCase()} ${path}: there is no such operation`];
    const { requestBody } = operation;
    if (requestBody === undefined) return body === undefined ? [] : ["(body): none is expected here"];
    if (body === undefined) return requestBody.required ? ["(body): is required"] : [];
    let validate = this.#bodies.get(operation);
    if (validate === undefined) {
      const schema = requestBody.content?.["application/json"]?.schema;
      if (schema === undefined) return ["(body): no JSON is expected here"];
      validate = this.#problemsBy(this.#ajv.compile(prepare(schema) as object));
      this.#bodies.set(operation, validate);
    }
    return validate(body);
  }

  /** What is wrong with a value as one of the description's named schemas, e.g. `MessageResponse`. */
  validateSchema(name: string, value: unknown): string[] {
    return this.#problemsBy(this.#named(name))(value);
  }

  /** The operation for a path: of those whose template fits, the one with the fewest placeholders. */
  #operation(method: string, path: string): Operation | undefined {
    const segments = path
      .replace(/[?#].*$/, "")
      .replace(/^\/api(\/v\d+)?(?=\/)/, "")
      .split("/");
    const fitting = Object.entries(this.#description.paths)
      .map(([template, operations]) => ({ template: template.split("/"), operations }))
      .filter(
        ({ template, operations }) =>
          method.toLowerCase() in operations &&
          template.length === segments.length &&
          template.every((part, index) => isPlaceholder(part) || part === segments[index]),
      )
      .sort((one, other) => placeholders(one.template) - placeholders(other.template));
    return fitting[0]?.operations[method.toLowerCase()] as Operation | undefined;
  }

  #named(name: string): ValidateFunction {
    const validate = this.#ajv.getSchema(`${ROOT}#/components/schemas/${name}`);
    if (validate === undefined) throw new Error(`the description has no schema "${name}"`);
    return validate as ValidateFunction;
  }

  #problemsBy(validate: ValidateFunction): (value: unknown) => string[] {
    return (value) => {
      if (validate(value)) return [];
      return [...new Set((validate.errors ?? []).map(toProblem))];
    };
  }

  /**
   * A union is told by its members' `type` where all have one; otherwise the member that fits best is the
   * one that was meant. Members are compiled when first met, as they may contain each other.
   */
  #compileUnion(schemas: readonly Schema[]): DataValidateFunction {
    const branches = schemas.map((schema) => this.#branch(schema));
    const objects = branches.filter((branch) => !branch.isNull);
    const isTagged = objects.every((branch) => branch.tags.length > 0);
    const validate: DataValidateFunction = (data: unknown, context) => {
      const at = context?.instancePath ?? "";
      if (data === null && branches.some((branch) => branch.isNull)) return true;
      if (isTagged && isObject(data)) {
        const tag = (data as { type?: unknown }).type;
        const meant = objects.find((branch) => branch.tags.includes(tag));
        if (meant !== undefined) {
          validate.errors = errorsIn(meant, data, at);
          return validate.errors.length === 0;
        }
        const known = objects.map(({ name, tags }) => `${tags.join(" or ")} (${name})`).join(", ");
        const message = tag === undefined ? "is required" : `is ${JSON.stringify(tag)}`;
        validate.errors = [
          {
            keyword: union,
            instancePath: `${at}/type`,
            message: `${message}; it can be ${known}`,
            params: {},
          },
        ];
        return false;
      }
      let best: Partial<ErrorObject>[] | undefined;
      for (const branch of objects) {
        const errors = errorsIn(branch, data, at);
        if (errors.length === 0) return true;
        if (best === undefined || errors.length < best.length) best = errors;
      }
      validate.errors = best ?? [];
      return false;
    };
    return validate;
  }

  #branch(schema: Schema): Branch {
    const name = schema.$ref?.split("/").at(-1);
    const target = name === undefined ? schema : this.#schemas[name];
    const type = target?.properties?.type;
    let compiled: ValidateFunction | undefined;
    return {
      name: (name ?? "object").replace(/(ForMessage|ForModal)?(Request|Response)?(Partial)?$/, ""),
      isNull: schema.type === "null",
      tags: type?.const === undefined ? (type?.enum ?? []) : [type.const],
      validate: (data) => {
        compiled ??= name === undefined ? this.#ajv.compile(schema) : this.#named(name);
        return compiled(data) ? [] : (compiled.errors ?? []);
      },
    };
  }
}

/** One member of a union. */
interface Branch {
  readonly name: string;
  readonly isNull: boolean;
  /** The values of `type` that mean this member; none if it isn't told by that. */
  readonly tags: readonly unknown[];
  validate(data: unknown): readonly ErrorObject[];
}

/** A member's errors, placed where the union stands and marked with the innermost member they are in. */
function errorsIn(branch: Branch, data: unknown, at: string): Partial<ErrorObject>[] {
  return branch.validate(data).map((error) => ({
    ...error,
    instancePath: at + error.instancePath,
    params: { in: branch.name, ...(error.params as object) },
  }));
}

function toProblem(error: ErrorObject): string {
  const place = error.instancePath.slice(1).replaceAll("/", ".") || "(body)";
  const params = error.params as { in?: string; allowedValues?: unknown[] };
  const allowed = params.allowedValues === undefined ? "" : `: ${params.allowedValues.join(", ")}`;
  return `${place}${params.in === undefined ? "" : ` (${params.in})`}: ${error.message}${allowed}`;
}

/**
 * A copy of a schema as the validator wants it: references that work from anywhere, lists of documented
 * constants as the enumerations they are, unions under their own keyword.
 */
function prepare(node: unknown, key?: string): unknown {
  if (Array.isArray(node)) return node.map((member) => prepare(member));
  if (!isObject(node)) {
    return key === "$ref" && typeof node === "string" ? node.replace(/^#/, `${ROOT}#`) : node;
  }
  const prepared: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) {
    const branches =
      (name === "oneOf" || name === "anyOf") && Array.isArray(value) ? (value as Schema[]) : null;
    if (branches === null) {
      // The description says integer; Discord documents and takes a string of digits.
      if (name === "default_member_permissions")
        prepared[name] = { type: ["string", "integer", "null"], pattern: "^\\d+$" };
      else prepared[name] = prepare(value, name);
    } else if (branches.every((branch) => branch.const !== undefined)) {
      Object.assign(prepared, { enum: branches.map((branch) => branch.const) });
    } else {
      prepared[union] = prepare(branches);
    }
  }
  return prepared;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlaceholder(part: string): boolean {
  return part.startsWith("{");
}

function placeholders(template: readonly string[]): number {
  return template.filter(isPlaceholder).length;
}

const { DISCORD_OPENAPI: file } = process.env;

/** Discord's description, from the file that DISCORD_OPENAPI names; `null` if it names none. */
export const openapi: OpenApiValidator | null = file
  ? new OpenApiValidator(JSON.parse(readFileSync(file, "utf8")) as Description)
  : null;

if (openapi === null) {
  // biome-ignore lint/suspicious/noConsole: whoever runs the tests has to see why some are skipped
  console.warn("DISCORD_OPENAPI is not set: nothing is checked against Discord's API description.");
}
