import { ApiError, type ErrorTree } from "./api-error.ts";

/** Where in a request body something is: keys and positions, outermost first. */
export type FieldPath = readonly (string | number)[];

/** Collects what is wrong with a request body, field by field, as Discord reports it (code 50035). */
export class FormErrors {
  #tree: ErrorTree | undefined;

  /** Notes one problem with the field at `path`. */
  add(path: FieldPath, code: string, message: string): void {
    this.#tree ??= {};
    let node: ErrorTree = this.#tree;
    for (const key of path) {
      const next: ErrorTree = (node[key] as ErrorTree | undefined) ?? {};
      node[key] = next;
      node = next;
    }
    node._errors ??= [];
    node._errors.push({ code, message });
  }

  /** Notes a field that must be there and isn't. */
  required(path: FieldPath): void {
    this.add(path, "BASE_TYPE_REQUIRED", "This field is required");
  }

  /** Notes a length, of a string or of a list, that isn't between `min` and `max`. */
  length(path: FieldPath, min: number, max: number): void {
    if (min === 0) this.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
    else this.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
  }

  /** Notes a `type` that can't stand where it is. */
  unionType(path: FieldPath, allowed: readonly number[]): void {
    this.add(
      [...path, "type"],
      "UNION_TYPE_CHOICES",
      `Value of field "type" must be one of (${allowed.join(", ")}).`,
    );
  }

  /**
   * Checks that a string is `min` to `max` long. Lengths are UTF-16 units, the strictest way of counting:
   * what passes here passes however Discord counts.
   */
  checkString(path: FieldPath, value: unknown, min: number, max: number): value is string {
    if (value === undefined || value === null) {
      if (min > 0) this.required(path);
      return false;
    }
    if (typeof value !== "string") {
      this.add(path, "BASE_TYPE_STRING", "Could not interpret value as string.");
      return false;
    }
    if (value.trim().length < min || value.length > max) {
      this.length(path, min, max);
      return false;
    }
    return true;
  }

  /** Checks that a list has `min` to `max` members. */
  checkList(path: FieldPath, value: unknown, min: number, max: number): value is unknown[] {
    if (value === undefined || value === null) {
      if (min > 0) this.required(path);
      return false;
    }
    if (!Array.isArray(value)) {
      this.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
      return false;
    }
    if (value.length < min || value.length > max) {
      this.length(path, min, max);
      return false;
    }
    return true;
  }

  /** Whether anything was noted. */
  get any(): boolean {
    return this.#tree !== undefined;
  }

  /** Ends the request with what was noted, if anything was. */
  throwIfAny(): void {
    if (this.#tree !== undefined) throw new ApiError(400, 50035, "Invalid Form Body", this.#tree);
  }
}
