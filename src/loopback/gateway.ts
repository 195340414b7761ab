import { randomBytes } from "node:crypto";
import type { WebSocket } from "ws";

/** The gateway's message kinds, by Discord's numbers. */
const opcode = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presenceUpdate: 3,
  voiceStateUpdate: 4,
  resume: 6,
  reconnect: 7,
  requestGuildMembers: 8,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** Why the gateway closes a connection, by Discord's numbers. */
const closeCode = {
  normal: 1000,
  goingAway: 1001,
  unknownError: 4000,
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  invalidIntents: 4013,
} as const;

const HEARTBEAT_INTERVAL_MS = 41_250;

/** How many dispatches a session keeps for a RESUME. */
const REPLAY_LIMIT = 1000;

/** What a client sent to identify itself. */
export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly properties?: unknown;
  readonly shard?: readonly [number, number];
  readonly presence?: unknown;
  readonly [field: string]: unknown;
}

/** What a client sends to resume a session, before anything is known of it. */
interface SentResume {
  readonly token?: unknown;
  readonly session_id?: unknown;
  readonly seq?: unknown;
}

interface Session {
  readonly id: string;
  readonly identify: Identify;
  sequence: number;
  /** The latest dispatches, as they went out, for a client that missed some. */
  readonly sent: { readonly sequence: number; readonly text: string }[];
  socket: WebSocket | null;
}

/** How to end gateway connections. */
export interface Drop {
  /** The close code; 4000, after which a client resumes, if not given. */
  readonly code?: number;
  /** Without a closing handshake, as when the network fails. */
  readonly terminate?: boolean;
  /** Whether the session can be taken up again; it can if not given. */
  readonly resumable?: boolean;
}

interface GatewayRules {
  readonly token: string;
  /** The READY event's data, less what belongs to the session. */
  readonly ready: (identify: Identify) => object;
  readonly onReady: (identify: Identify) => void;
  readonly onResumed: (replayed: number) => void;
}

/** Discord's gateway: connections, sessions, sequence numbers and what is needed to resume. */
export class Gateway {
  /** What clients sent to identify themselves, in order. */
  readonly identified: Identify[] = [];
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Set<WebSocket>();
  readonly #rules: GatewayRules;

  constructor(rules: GatewayRules) {
    this.#rules = rules;
  }

  /** Whether a client is logged in, and connected right now. */
  get isConnected(): boolean {
    for (const session of this.#sessions.values()) if (session.socket !== null) return true;
    return false;
  }

  /** Whether there is a session to send to, be it connected or to be resumed. */
  get hasSession(): boolean {
    return this.#sessions.size > 0;
  }

  /** Takes over a new connection. */
  accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    let session: Session | null = null;
    socket.on("message", (data, isBinary) => {
      session = this.#receive(socket, session, isBinary ? "" : String(data));
    });
    socket.on("close", (code) => {
      this.#sockets.delete(socket);
      if (session?.socket !== socket) return;
      session.socket = null;
      // A client that says goodbye properly doesn't mean to come back.
      if (code === closeCode.normal || code === closeCode.goingAway) this.#sessions.delete(session.id);
    });
    // Without a listener a broken connection would end the process; its "close" follows anyway.
    socket.on("error", () => {});
    send(socket, opcode.hello, { heartbeat_interval: HEARTBEAT_INTERVAL_MS, _trace: ["loopback"] });
  }

  /** Sends an event to every session; one that isn't connected gets it when it resumes. */
  dispatch(event: string, data: unknown): void {
    const json = JSON.stringify(data);
    for (const session of this.#sessions.values()) this.#dispatch(session, event, json);
  }

  /** Ends all connections. */
  drop({ code = closeCode.unknownError, terminate = false, resumable = true }: Drop): void {
    for (const session of [...this.#sessions.values()]) {
      // From here on nothing reaches the client, even if closing takes a while.
      session.socket = null;
      if (!resumable) this.#sessions.delete(session.id);
    }
    for (const socket of this.#sockets) {
      if (terminate) socket.terminate();
      else socket.close(code);
    }
  }

  /** Asks all clients to connect anew and resume (opcode 7). */
  requestReconnect(): void {
    for (const socket of this.#sockets) send(socket, opcode.reconnect, null);
  }

  /** Tells all clients that their session is invalid (opcode 9), and whether they may yet resume it. */
  invalidateSession(resumable: boolean): void {
    for (const session of [...this.#sessions.values()]) {
      const { socket } = session;
      session.socket = null;
      if (!resumable) this.#sessions.delete(session.id);
      if (socket !== null) send(socket, opcode.invalidSession, resumable);
    }
  }

  close(): void {
    this.#sessions.clear();
    for (const socket of this.#sockets) socket.terminate();
  }

  #receive(socket: WebSocket, session: Session | null, text: string): Session | null {
    let message: { op?: unknown; d?: unknown };
    try {
      message = JSON.parse(text) as { op?: unknown; d?: unknown };
    } catch {
      socket.close(closeCode.decodeError, "Error while decoding payload.");
      return session;
    }
    switch (message.op) {
      case opcode.heartbeat:
        send(socket, opcode.heartbeatAck, null);
        return session;
      case opcode.identify:
        if (session?.socket === socket) {
          socket.close(closeCode.alreadyAuthenticated, "Already authenticated.");
          return session;
        }
        return this.#identify(socket, message.d as Partial<Identify> | undefined);
      case opcode.resume:
        if (session?.socket === socket) {
          socket.close(closeCode.alreadyAuthenticated, "Already authenticated.");
          return session;
        }
        return this.#resume(socket, message.d as SentResume | undefined);
      case opcode.presenceUpdate:
      case opcode.voiceStateUpdate:
      case opcode.requestGuildMembers:
        if (session === null) socket.close(closeCode.notAuthenticated, "Not authenticated.");
        return session;
      default:
        socket.close(closeCode.unknownOpcode, "Unknown opcode.");
        return session;
    }
  }

  #identify(socket: WebSocket, identify: Partial<Identify> | undefined): Session | null {
    if (identify?.token !== this.#rules.token) {
      socket.close(closeCode.authenticationFailed, "Authentication failed.");
      return null;
    }
    if (typeof identify.intents !== "number" || !Number.isInteger(identify.intents) || identify.intents < 0) {
      socket.close(closeCode.invalidIntents, "Invalid intent(s).");
      return null;
    }
    // Whoever identifies anew has given up the session it lost.
    for (const old of [...this.#sessions.values()]) if (old.socket === null) this.#sessions.delete(old.id);
    const session: Session = {
      id: randomBytes(16).toString("hex"),
      identify: identify as Identify,
      sequence: 0,
      sent: [],
      socket,
    };
    this.#sessions.set(session.id, session);
    this.identified.push(session.identify);
    const ready = {
      ...this.#rules.ready(session.identify),
      session_id: session.id,
      ...(session.identify.shard === undefined ? {} : { shard: session.identify.shard }),
    };
    this.#dispatch(session, "READY", JSON.stringify(ready));
    this.#rules.onReady(session.identify);
    return session;
  }

  #resume(socket: WebSocket, resume: SentResume | undefined): Session | null {
    if (resume?.token !== this.#rules.token) {
      socket.close(closeCode.authenticationFailed, "Authentication failed.");
      return null;
    }
    const session = this.#sessions.get(String(resume.session_id));
    if (session === undefined) {
      send(socket, opcode.invalidSession, false);
      return null;
    }
    const seen = resume.seq;
    if (typeof seen !== "number" || seen > session.sequence) {
      this.#sessions.delete(session.id);
      socket.close(closeCode.invalidSequence, "Invalid seq.");
      return null;
    }
    session.socket = socket;
    const missed = session.sent.filter((dispatch) => dispatch.sequence > seen);
    for (const dispatch of missed) socket.send(dispatch.text);
    this.#dispatch(session, "RESUMED", JSON.stringify({ _trace: ["loopback"] }));
    this.#rules.onResumed(missed.length);
    return session;
  }

  #dispatch(session: Session, event: string, json: string): void {
    session.sequence += 1;
    const { sequence } = session;
    const text = `{"op":${opcode.dispatch},"t":${JSON.stringify(event)},"s":${sequence},"d":${json}}`;
    session.sent.push({ sequence, text });
    if (session.sent.length > 2 * REPLAY_LIMIT) session.sent.splice(0, REPLAY_LIMIT);
    session.socket?.send(text);
  }
}

function send(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}
