import { type ClientOptions, SimpleShardingStrategy } from "discord.js";
import type { Log } from "./log.ts";
import { placePolls } from "./placed-polls.ts";

type BuildStrategy = NonNullable<NonNullable<ClientOptions["ws"]>["buildStrategy"]>;

/**
 * How the client connects, with two changes. The library throws on a dispatch it can't make sense of, from deep
 * inside its socket, which would end the process. Such a dispatch is logged and dropped instead; the next is
 * read as if nothing had happened. And one kind that it can't make sense of is completed first: see
 * {@link placePolls}.
 */
export function guardedGateway(log: Log): BuildStrategy {
  return (manager) => {
    manager.emit = new Proxy(manager.emit, {
      apply: (emit, self, event): boolean => {
        try {
          placePolls(event[1]?.data);
          return Reflect.apply(emit, self, event);
        } catch (error) {
          log.error({ err: error }, "a dispatch from Discord could not be read and was dropped");
          return true;
        }
      },
    });
    return new SimpleShardingStrategy(manager);
  };
}
