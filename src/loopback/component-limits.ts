import { apiErrors } from "./api-error.ts";
import type { FieldPath, FormErrors } from "./form-errors.ts";

const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const SECTION = 9;
const TEXT_DISPLAY = 10;
const THUMBNAIL = 11;
const MEDIA_GALLERY = 12;
const FILE = 13;
const SEPARATOR = 14;
const CONTAINER = 17;
/** User, role, mentionable and channel selects, which Discord fills with options itself. */
const FILLED_SELECTS = [5, 6, 7, 8];

const TOP_LEVEL = [ACTION_ROW, SECTION, TEXT_DISPLAY, MEDIA_GALLERY, FILE, SEPARATOR, CONTAINER];
const IN_CONTAINER = [ACTION_ROW, SECTION, TEXT_DISPLAY, MEDIA_GALLERY, FILE, SEPARATOR];
const IN_ROW = [BUTTON, STRING_SELECT, ...FILLED_SELECTS];

const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4000;
const MAX_LEGACY_ROWS = 5;
/** Above this Discord answers 500: UTF-8 bytes of all text displays plus 12 for each (discord-api-docs issue 8554). */
const MAX_TEXT_BYTES = 10_170;
const BYTES_PER_TEXT = 12;

/** A component as sent, before anything is known of it. */
interface SentComponent {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly custom_id?: unknown;
  readonly components?: unknown;
  readonly accessory?: unknown;
  readonly content?: unknown;
  readonly style?: unknown;
  readonly label?: unknown;
  readonly emoji?: unknown;
  readonly url?: unknown;
  readonly sku_id?: unknown;
  readonly options?: unknown;
  readonly placeholder?: unknown;
  readonly min_values?: unknown;
  readonly max_values?: unknown;
  readonly items?: unknown;
  readonly media?: unknown;
  readonly file?: unknown;
  readonly description?: unknown;
  readonly spacing?: unknown;
  readonly accent_color?: unknown;
}

interface SentSelectOption {
  readonly label?: unknown;
  readonly value?: unknown;
  readonly description?: unknown;
  readonly default?: unknown;
}

/**
 * Checks a message's components against Discord's limits, each by itself and all together, and notes
 * every problem in `errors`.
 */
export function checkComponents(components: unknown, v2: boolean, at: FieldPath, errors: FormErrors): void {
  if (!errors.checkList(at, components, 0, v2 ? MAX_COMPONENTS : MAX_LEGACY_ROWS)) return;
  new ComponentCheck(errors).checkMessage(components, v2, at);
}

/** One walk over one message's components, with what only the whole message can tell. */
class ComponentCheck {
  readonly #errors: FormErrors;
  readonly #customIds = new Set<string>();
  readonly #ids = new Set<number>();
  #count = 0;
  #text = 0;
  #textBytes = 0;

  constructor(errors: FormErrors) {
    this.#errors = errors;
  }

  checkMessage(components: readonly unknown[], v2: boolean, at: FieldPath): void {
    this.#checkChildren(components, v2 ? TOP_LEVEL : [ACTION_ROW], at);
    if (this.#count > MAX_COMPONENTS) {
      this.#errors.add(
        at,
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
        `A message has at most ${MAX_COMPONENTS} components, nested ones counted; this has ${this.#count}.`,
      );
    }
    if (this.#text > MAX_TEXT) {
      this.#errors.add(
        at,
        "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
        `The total size of displayable text exceeds the maximum of ${MAX_TEXT}: it is ${this.#text}.`,
      );
    }
    if (!this.#errors.any && this.#textBytes > MAX_TEXT_BYTES) throw apiErrors.internal();
  }

  #checkChildren(children: readonly unknown[], allowed: readonly number[], at: FieldPath): void {
    children.forEach((child, index) => {
      this.#check(child, allowed, [...at, index]);
    });
  }

  #check(sent: unknown, allowed: readonly number[], at: FieldPath): void {
    this.#count += 1;
    if (typeof sent !== "object" || sent === null) {
      this.#errors.add(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
      return;
    }
    const component: SentComponent = sent;
    if (component.type === undefined) {
      this.#errors.required([...at, "type"]);
      return;
    }
    if (!allowed.includes(component.type as number)) {
      this.#errors.unionType(at, allowed);
      return;
    }
    this.#checkId(component.id, at);
    switch (component.type) {
      case ACTION_ROW:
        this.#checkRow(component, at);
        break;
      case BUTTON:
        this.#checkButton(component, at);
        break;
      case SECTION:
        this.#checkSection(component, at);
        break;
      case TEXT_DISPLAY:
        this.#checkText(component, at);
        break;
      case THUMBNAIL:
        this.#checkMedia(component.media, [...at, "media"]);
        this.#errors.checkString([...at, "description"], component.description, 0, 1024);
        break;
      case MEDIA_GALLERY:
        this.#checkGallery(component, at);
        break;
      case FILE:
        this.#checkMedia(component.file, [...at, "file"]);
        break;
      case SEPARATOR:
        this.#checkChoice(component.spacing, [1, 2], [...at, "spacing"]);
        break;
      case CONTAINER:
        this.#checkContainer(component, at);
        break;
      default:
        this.#checkSelect(component, at);
        break;
    }
  }

  #checkId(id: unknown, at: FieldPath): void {
    // An id of 0 counts as none.
    if (id === undefined || id === null || id === 0) return;
    if (typeof id !== "number" || !Number.isInteger(id) || id < 0 || id > 0x7fff_ffff) {
      this.#errors.add([...at, "id"], "NUMBER_TYPE_COERCE", `Value "${String(id)}" is not int32.`);
    } else if (this.#ids.has(id)) {
      this.#errors.add([...at, "id"], "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
    } else {
      this.#ids.add(id);
    }
  }

  #checkCustomId(customId: unknown, at: FieldPath): void {
    if (!this.#errors.checkString([...at, "custom_id"], customId, 1, 100)) return;
    if (this.#customIds.has(customId)) {
      this.#errors.add(
        [...at, "custom_id"],
        "COMPONENT_CUSTOM_ID_DUPLICATED",
        "Component custom id cannot be duplicated",
      );
    }
    this.#customIds.add(customId);
  }

  #checkRow(row: SentComponent, at: FieldPath): void {
    const path = [...at, "components"];
    if (!this.#errors.checkList(path, row.components, 1, 5)) return;
    this.#checkChildren(row.components, IN_ROW, path);
    const hasSelect = row.components.some((child) => {
      const type = (child as SentComponent | null)?.type;
      return type !== BUTTON && IN_ROW.includes(type as number);
    });
    if (hasSelect && row.components.length > 1) {
      this.#errors.add(
        [...path, 1],
        "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
        "The specified component exceeds the maximum width",
      );
    }
  }

  #checkButton(button: SentComponent, at: FieldPath): void {
    this.#errors.checkString([...at, "label"], button.label, 0, 80);
    if (button.style === undefined || button.style === null) {
      this.#errors.required([...at, "style"]);
      return;
    }
    this.#checkChoice(button.style, [1, 2, 3, 4, LINK_STYLE, PREMIUM_STYLE], [...at, "style"]);
    if (button.style === PREMIUM_STYLE) {
      this.#errors.checkString([...at, "sku_id"], button.sku_id, 1, 20);
      return;
    }
    const labelled = typeof button.label === "string" && button.label.trim() !== "";
    if (!labelled && (button.emoji === undefined || button.emoji === null)) {
      this.#errors.add(
        at,
        "BUTTON_COMPONENT_INVALID_LABEL_EMOJI",
        "A button needs a label or an emoji to be shown",
      );
    }
    if (button.style === LINK_STYLE) {
      this.#errors.checkString([...at, "url"], button.url, 1, 512);
      if (typeof button.url === "string" && !/^(https?|discord):\/\//.test(button.url)) {
        this.#errors.add(
          [...at, "url"],
          "URL_TYPE_INVALID_SCHEME",
          "Scheme must be one of ('http', 'https', 'discord').",
        );
      }
      if (button.custom_id !== undefined && button.custom_id !== null) this.#mutuallyExclusive(at);
    } else {
      this.#checkCustomId(button.custom_id, at);
      if (button.url !== undefined && button.url !== null) this.#mutuallyExclusive(at);
    }
  }

  #mutuallyExclusive(at: FieldPath): void {
    this.#errors.add(
      at,
      "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
      "A custom id and url cannot both be specified",
    );
  }

  #checkSelect(select: SentComponent, at: FieldPath): void {
    this.#checkCustomId(select.custom_id, at);
    this.#errors.checkString([...at, "placeholder"], select.placeholder, 0, 150);
    this.#checkRange(select.min_values, 0, 25, [...at, "min_values"]);
    this.#checkRange(select.max_values, 1, 25, [...at, "max_values"]);
    if (select.type !== STRING_SELECT) return;
    const path = [...at, "options"];
    if (!this.#errors.checkList(path, select.options, 1, 25)) return;
    const values = new Set<unknown>();
    let chosen = 0;
    select.options.forEach((sent, index) => {
      const option: SentSelectOption = typeof sent === "object" && sent !== null ? sent : {};
      this.#errors.checkString([...path, index, "label"], option.label, 1, 100);
      this.#errors.checkString([...path, index, "value"], option.value, 1, 100);
      this.#errors.checkString([...path, index, "description"], option.description, 0, 100);
      if (values.has(option.value)) {
        this.#errors.add(
          [...path, index, "value"],
          "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
          "The specified option value is already used",
        );
      }
      values.add(option.value);
      if (option.default === true) chosen += 1;
    });
    const most = typeof select.max_values === "number" ? select.max_values : 1;
    if (chosen > most) {
      this.#errors.add(
        path,
        "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
        `At most ${most} options may be chosen by default; ${chosen} are.`,
      );
    }
    if (select.options.length < Math.max(most, Number(select.min_values ?? 0))) {
      this.#errors.add(
        [...at, "max_values"],
        "BASE_TYPE_MAX",
        "Cannot ask for more values than there are options",
      );
    }
  }

  #checkSection(section: SentComponent, at: FieldPath): void {
    const path = [...at, "components"];
    if (this.#errors.checkList(path, section.components, 1, 3)) {
      this.#checkChildren(section.components, [TEXT_DISPLAY], path);
    }
    if (section.accessory === undefined || section.accessory === null) {
      this.#errors.required([...at, "accessory"]);
    } else {
      this.#check(section.accessory, [BUTTON, THUMBNAIL], [...at, "accessory"]);
    }
  }

  #checkText(text: SentComponent, at: FieldPath): void {
    if (typeof text.content === "string") {
      this.#text += text.content.length;
      this.#textBytes += Buffer.byteLength(text.content) + BYTES_PER_TEXT;
    }
    this.#errors.checkString([...at, "content"], text.content, 1, MAX_TEXT);
  }

  #checkGallery(gallery: SentComponent, at: FieldPath): void {
    const path = [...at, "items"];
    if (!this.#errors.checkList(path, gallery.items, 1, 10)) return;
    gallery.items.forEach((item, index) => {
      this.#checkMedia((item as SentComponent | null)?.media, [...path, index, "media"]);
    });
  }

  #checkContainer(container: SentComponent, at: FieldPath): void {
    const path = [...at, "components"];
    this.#checkRange(container.accent_color, 0, 0xff_ff_ff, [...at, "accent_color"]);
    if (this.#errors.checkList(path, container.components, 1, MAX_COMPONENTS)) {
      this.#checkChildren(container.components, IN_CONTAINER, path);
    }
  }

  #checkMedia(media: unknown, at: FieldPath): void {
    const url = (media as { url?: unknown } | null | undefined)?.url;
    this.#errors.checkString([...at, "url"], url, 1, 2048);
  }

  #checkChoice(value: unknown, allowed: readonly number[], at: FieldPath): void {
    if (value === undefined || value === null || allowed.includes(value as number)) return;
    this.#errors.add(at, "BASE_TYPE_CHOICES", `Value must be one of (${allowed.join(", ")}).`);
  }

  #checkRange(value: unknown, min: number, max: number, at: FieldPath): void {
    if (value === undefined || value === null) return;
    if (typeof value !== "number" || !Number.isInteger(value)) {
      this.#errors.add(at, "NUMBER_TYPE_COERCE", `Value "${String(value)}" is not int.`);
    } else if (value < min || value > max) {
      this.#errors.add(
        at,
        value < min ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX",
        `int value should be between ${min} and ${max}.`,
      );
    }
  }
}
