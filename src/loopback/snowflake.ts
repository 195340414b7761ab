const DISCORD_EPOCH = 1_420_070_400_000;

let lastTime = 0;
let increment = 0;

/**
 * A new Discord id: milliseconds since Discord's epoch, then a counter, so that ids sort by age and
 * have the 18-19 digits that client libraries look for in a path.
 */
export function nextSnowflake(): string {
  const now = Date.now() - DISCORD_EPOCH;
  if (now > lastTime) {
    lastTime = now;
    increment = 0;
  } else {
    increment += 1;
    // The counter has 12 bits; when a millisecond has used them up, borrow the next one.
    if (increment > 0xfff) {
      lastTime += 1;
      increment = 0;
    }
  }
  return ((BigInt(lastTime) << 22n) | BigInt(increment)).toString();
}
