import { hash } from "node:crypto";

/** What can be told from figures: columns of numbers, and the rest as JSON has it. */
export interface Packed {
  readonly json: unknown;
  readonly columns: Readonly<Record<string, Column>>;
}

export type Column = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

const COLUMNS = { Uint8Array, Uint16Array, Int32Array, Float32Array, Float64Array } as const;
type ColumnType = keyof typeof COLUMNS;

interface Header {
  readonly json: unknown;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    /** From the end of the header, in bytes; and how many numbers. */
    readonly offset: number;
    readonly length: number;
  }[];
}

/** Numbers of any type lie where their size divides the offset. */
const ALIGNMENT = 8;
const HASH_BYTES = 32;
const LENGTH_BYTES = 8;

/** The bytes of a pack: SHA-256 of the rest, the header's length, the header, the columns. */
export function bytesOf({ json, columns }: Packed): Uint8Array {
  let offset = 0;
  const listed = Object.entries(columns).map(([name, column]) => {
    const place = { name, type: typeOf(column), offset, length: column.length };
    offset = aligned(offset + column.byteLength);
    return place;
  });
  const header = Buffer.from(JSON.stringify({ json, columns: listed } satisfies Header));
  const start = aligned(HASH_BYTES + LENGTH_BYTES + header.length);
  const bytes = Buffer.alloc(start + offset);
  bytes.writeUInt32LE(header.length, HASH_BYTES);
  header.copy(bytes, HASH_BYTES + LENGTH_BYTES);
  listed.forEach(({ name, offset: from }) => {
    const column = columns[name];
    if (column) bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), start + from);
  });
  hash("sha256", bytes.subarray(HASH_BYTES), "buffer").copy(bytes);
  return bytes;
}

/** The pack that the bytes are of, or null where they are damaged. */
export function packOf(bytes: Buffer): Packed | null {
  if (bytes.length < HASH_BYTES + LENGTH_BYTES) return null;
  if (!hash("sha256", bytes.subarray(HASH_BYTES), "buffer").equals(bytes.subarray(0, HASH_BYTES)))
    return null;
  const headerEnd = HASH_BYTES + LENGTH_BYTES + bytes.readUInt32LE(HASH_BYTES);
  const header: Header = JSON.parse(bytes.toString("utf8", HASH_BYTES + LENGTH_BYTES, headerEnd));
  const start = aligned(headerEnd);
  const columns: Record<string, Column> = {};
  for (const { name, type, offset, length } of header.columns) {
    const Type = COLUMNS[type];
    const from = start + offset;
    // A copy, so that the bytes needn't be kept for one column.
    const copy = Uint8Array.prototype.slice.call(bytes, from, from + length * Type.BYTES_PER_ELEMENT);
    columns[name] = new Type(copy.buffer as ArrayBuffer, copy.byteOffset, length);
  }
  return { json: header.json, columns };
}

function typeOf(column: Column): ColumnType {
  for (const type of Object.keys(COLUMNS) as ColumnType[]) if (column instanceof COLUMNS[type]) return type;
  throw new TypeError("no such column");
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGNMENT) * ALIGNMENT;
}
