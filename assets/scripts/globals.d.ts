// deno-lint-ignore-file no-var -- types know a global by this word only
// What the types of a page do not name: globals of the framework, and what a service worker has.

interface LineOptions {
  transports: string[];
  timeout?: number;
  query: { implicit_handshake: boolean; next_message_id: number };
}

/** An error of a line that polls has the request that failed with it. */
interface LineError extends Error {
  context?: { getResponseHeader?(name: string): string | null };
}

interface FrameworkLine {
  io: {
    opts: { transports: string[] };
    timeout(milliseconds: number): void;
    on(event: 'error', listener: (error: LineError) => void): void;
    removeAllListeners(): void;
  };
  connected: boolean;
  // deno-lint-ignore no-explicit-any -- whatever is sent, and whatever is answered
  emit(event: string, message?: object, answer?: (...said: any[]) => void): FrameworkLine;
  on(event: 'connect' | 'disconnect', listener: () => void): void;
  on(event: 'connect_error', listener: (error: Error) => void): void;
  removeAllListeners(): void;
  connect(): FrameworkLine;
  disconnect(): FrameworkLine;
}

/** How the framework opens its line. */
declare var io: (address: string, options: LineOptions) => FrameworkLine;

/** What the server says to an open page. */
interface Kompas {
  /** This browser may look no longer (`ui/live/wipe.py`). */
  wipe(page?: string, keeps?: boolean): void;
  /** This shared device forgets the compass (`Here.forget`). */
  leave(): void;
  /** A step was done (`Here.celebrate`). */
  celebrate?(): void;
}

declare var kompas: Kompas | undefined;

/** On a live page only. */
declare var socket: FrameworkLine | undefined;
/** The first message of the server that this page did not hear yet. */
declare var nextMessageId: number;
declare var emitEvent: ((name: string, ...details: unknown[]) => void) | undefined;

interface ExtendableEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface ServiceWorkerGlobalScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}
