/** A reply that doesn't show what it claims; it must not leave. Its message holds no quoted words. */
export class AuditFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = "AuditFault";
  }
}
